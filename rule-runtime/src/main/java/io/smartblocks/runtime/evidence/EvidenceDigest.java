package io.smartblocks.runtime.evidence;

import static io.smartblocks.runtime.evidence.CanonicalWriter.name;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.CanonicalWriter.Name;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The canonical form of evidence: pages by their digests, everything else by value. */
final class EvidenceDigest {

    private static final Name ADJUSTMENTS = name("adjustments");
    private static final Name AS_OF_BLOCK = name("asOfBlock");
    private static final Name BASELINES = name("baselines");
    private static final Name DUTIES = name("duties");
    private static final Name EARLIER = name("earlier");
    private static final Name ENDED = name("ended");
    private static final Name EVENTS = name("events");
    private static final Name FACTS = name("facts");
    private static final Name INDEXES = name("indexes");
    private static final Name METERS = name("meters");
    private static final Name OCCURRENCES = name("occurrences");
    private static final Name PARTS_PAID = name("partsPaid");
    private static final Name PREVIOUS = name("previous");

    private static final Name AT = name("at");
    private static final Name EVERY = name("every");
    private static final Name FIGURES = name("figures");
    private static final Name FROM = name("from");
    private static final Name PAGES = name("pages");
    private static final Name READINGS = name("readings");
    private static final Name TEMPERATURE = name("temperature");
    private static final Name TO = name("to");
    private static final Name UNIT = name("unit");
    private static final Name USAGE = name("usage");
    private static final Name VALUE = name("value");
    private static final Name ZONE = name("zone");

    private final CanonicalWriter out;

    private EvidenceDigest(CanonicalWriter out) {
        this.out = out;
    }

    static String of(Evidence evidence) {
        return CanonicalWriter.sha256Of(out -> new EvidenceDigest(out).write(evidence));
    }

    static String of(BaselineEvidence baseline) {
        return CanonicalWriter.sha256Of(out -> new EvidenceDigest(out).baseline(baseline));
    }

    private void baseline(BaselineEvidence baseline) {
        out.open().member(TEMPERATURE);
        meter(baseline.temperature(), baseline.temperaturePages());
        out.member(USAGE);
        meter(baseline.usage(), baseline.usagePages());
        out.close();
    }

    /** Members stand in the order of their names. */
    private void write(Evidence evidence) {
        out.open();
        if (!evidence.adjustments().isEmpty()) {
            lists(ADJUSTMENTS, evidence.adjustments(), this::adjustment);
        }
        out.member(AS_OF_BLOCK, evidence.asOfBlock());
        if (!evidence.baselines().isEmpty()) {
            out.member(BASELINES).open();
            evidence.baselines().forEach((name, baseline) -> {
                out.member(name);
                baseline(baseline);
            });
            out.close();
        }
        if (!evidence.duties().isEmpty()) {
            out.member(DUTIES, evidence.duties(), this::plain);
        }
        out.member(EARLIER, evidence.earlier(), this::plain);
        evidence.ended().ifPresent(day -> out.member(ENDED, day.toString()));
        if (!evidence.events().isEmpty()) {
            lists(EVENTS, evidence.events(), this::event);
        }
        lists(FACTS, evidence.facts(), this::plain);
        lists(INDEXES, evidence.indexes(), this::plain);
        out.member(METERS).open();
        for (Map.Entry<String, MeterColumn> each : evidence.columns().entrySet()) {
            out.member(each.getKey());
            meter(each.getValue(), evidence.pageDigests().getOrDefault(each.getKey(), PageDigests.NONE));
        }
        out.close();
        out.member(OCCURRENCES, evidence.occurrences(), this::plain);
        if (!evidence.partsPaid().isEmpty()) {
            out.member(PARTS_PAID, evidence.partsPaid(), this::plain);
        }
        out.member(PREVIOUS);
        values(evidence.previous());
        out.close();
    }

    private void meter(MeterColumn column, PageDigests pages) {
        Grid grid = column.grid();
        out.open().member(EVERY, text(grid.every())).member(FROM, grid.from().toString());
        if (pages.isEmpty()) {
            out.member(READINGS, Sha256.of(column.bytes()));
        } else {
            out.member(PAGES).written(pages.list());
        }
        out.member(TO, grid.to().toString())
                .member(UNIT, column.unit())
                .member(ZONE, grid.zone().getId())
                .close();
    }

    private void adjustment(AdjustmentValue value) {
        out.open().member(FROM, value.from().toString());
        value.to().ifPresent(day -> out.member(TO, day.toString()));
        out.member(VALUE, value.value().toString()).close();
    }

    private void event(ReportedEvent event) {
        out.open().member(AT, InstantText.of(event.at())).member(FIGURES);
        values(event.figures());
        out.close();
    }

    private void values(SortedMap<String, Exact> values) {
        out.open();
        values.forEach((name, value) -> out.member(name).text(value.toString()));
        out.close();
    }

    private <V> void lists(Name name, SortedMap<String, List<V>> lists, Consumer<? super V> each) {
        out.member(name).open();
        lists.forEach((key, values) -> out.member(key).list(values, each));
        out.close();
    }

    private void plain(Record value) {
        out.text(value.toString());
    }

    private static String text(TimeSpan span) {
        return span.count() + " " + span.unit();
    }
}
