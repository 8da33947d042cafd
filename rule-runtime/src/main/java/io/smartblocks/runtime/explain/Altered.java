package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.FactValue;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.metering.MeterColumn;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Evidence in which one part is another; what its pages were is no longer told, since these are not they. */
final class Altered {

    private Altered() {}

    static Evidence columns(Evidence of, SortedMap<String, MeterColumn> columns) {
        return with(of, columns, of.indexes(), of.facts(), of.adjustments(), of.previous(), of.events());
    }

    static Evidence indexes(Evidence of, SortedMap<String, List<IndexValue>> indexes) {
        return with(of, of.columns(), indexes, of.facts(), of.adjustments(), of.previous(), of.events());
    }

    static Evidence facts(Evidence of, SortedMap<String, List<FactValue>> facts) {
        return with(of, of.columns(), of.indexes(), facts, of.adjustments(), of.previous(), of.events());
    }

    static Evidence adjustments(Evidence of, SortedMap<String, List<AdjustmentValue>> adjustments) {
        return with(of, of.columns(), of.indexes(), of.facts(), adjustments, of.previous(), of.events());
    }

    static Evidence previous(Evidence of, SortedMap<String, Exact> previous) {
        return with(of, of.columns(), of.indexes(), of.facts(), of.adjustments(), previous, of.events());
    }

    static Evidence events(Evidence of, SortedMap<String, List<ReportedEvent>> events) {
        return with(of, of.columns(), of.indexes(), of.facts(), of.adjustments(), of.previous(), events);
    }

    private static Evidence with(
            Evidence of,
            SortedMap<String, MeterColumn> columns,
            SortedMap<String, List<IndexValue>> indexes,
            SortedMap<String, List<FactValue>> facts,
            SortedMap<String, List<AdjustmentValue>> adjustments,
            SortedMap<String, Exact> previous,
            SortedMap<String, List<ReportedEvent>> events) {
        return new Evidence(
                of.asOfBlock(),
                columns,
                indexes,
                facts,
                adjustments,
                previous,
                of.earlier(),
                of.occurrences(),
                of.partsPaid(),
                events,
                of.duties(),
                of.ended(),
                of.baselines(),
                new TreeMap<>());
    }
}
