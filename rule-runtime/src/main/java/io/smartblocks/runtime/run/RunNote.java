package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Writes down what a sweep or a round of co-signing did, for those who look later. */
final class RunNote {

    private static final Set<Result> NOT_SETTLED = EnumSet.of(Result.HELD, Result.REFUSED, Result.FAILED);

    private RunNote() {}

    static RunRecord of(SweepReport report) {
        SortedMap<String, Integer> outcomes = new TreeMap<>();
        report.items().forEach(item -> outcomes.merge(word(item.result()), 1, Integer::sum));
        List<RunRecord.Problem> problems = report.items().stream()
                .filter(item -> NOT_SETTLED.contains(item.result()))
                .map(RunNote::problem)
                .toList();
        return new RunRecord(
                UUID.randomUUID().toString(),
                report.node(),
                report.zone(),
                report.shard(),
                report.startedAt(),
                report.endedAt(),
                outcomes,
                report.stopped(),
                problems);
    }

    /** The same of what was computed again and co-signed or not; {@code stopped} says why it ended early. */
    static RunRecord of(
            String node, Instant startedAt, Instant endedAt, CoSigningReport report, Optional<String> stopped) {
        SortedMap<String, Integer> outcomes = new TreeMap<>();
        report.items().forEach(item -> outcomes.merge(word(item.result()), 1, Integer::sum));
        List<RunRecord.Problem> problems = report.items().stream()
                .filter(item -> item.result() != CoSigningReport.Result.CO_SIGNED)
                .map(RunNote::problem)
                .toList();
        return new RunRecord(
                UUID.randomUUID().toString(), node, "", -1, startedAt, endedAt, outcomes, stopped, problems);
    }

    private static RunRecord.Problem problem(CoSigningReport.Item item) {
        return new RunRecord.Problem(
                item.settlement().agreement().value(),
                item.settlement().period(),
                item.settlement().from(),
                word(item.result()),
                "verifying",
                item.message());
    }

    private static RunRecord.Problem problem(Item item) {
        return new RunRecord.Problem(
                item.agreement(), item.period(), item.from(), word(item.result()), item.step(), item.message());
    }

    private static String word(Enum<?> result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
