package io.smartblocks.portal.cli;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.MachineKeys;
import io.smartblocks.portal.RuntimeKeys;
import io.smartblocks.runtime.run.CoSigning;
import io.smartblocks.runtime.run.CoSigningReport;
import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.run.SweepReport;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-due}: settles once what is due, as the scheduler would. */
@Command(name = "run-due", description = "Settle once all that is due, as the scheduler of a running system would.")
final class RunDueCommand implements Callable<Integer> {

    private static final Set<Result> WELL = Set.of(
            Result.SETTLED, Result.CORRECTED, Result.UNCHANGED, Result.ALREADY_SETTLED, Result.HELD, Result.CLOSED);

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Settle what was due by then instead of by now: 2026-11-06T00:00:00Z.")
    private Optional<Instant> until = Optional.empty();

    @Option(names = "--no-co-sign", description = "Do not compute again and co-sign what other parties settled.")
    private boolean withoutCoSigning;

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        until.filter(instant -> instant.isAfter(Instant.now(Clock.systemUTC()))).ifPresent(future -> {
            throw new InputRefused("%s lies in the future; what is settled is settled for good.".formatted(future));
        });
        DataDirectory directory = data.existing();
        Clock clock = until.map(instant -> Clock.fixed(instant, ZoneOffset.UTC)).orElseGet(Clock::systemUTC);
        SweepReport report;
        CoSigningReport verified;
        try (Ledger ledger = directory.openLedger(clock);
                ReadModel model = directory.openReadModel()) {
            model.follow(ledger);
            RuntimeKeys keys = new RuntimeKeys(ledger, new MachineKeys(directory.path(), clock));
            SettlementEngine engine = new SettlementEngine();
            report = new Sweep(ledger, model, engine, keys, clock).runAll();
            verified = withoutCoSigning
                    ? new CoSigningReport(List.of())
                    : new CoSigning(ledger, model, engine, keys, clock).run();
        }
        print(report.items(), verified.items());
        report.stopped()
                .ifPresent(why -> spec.commandLine()
                        .getErr()
                        .println("Stopped before all that is due had its turn; the rest stays due: " + why));
        boolean well = report.isComplete()
                && report.items().stream().allMatch(item -> WELL.contains(item.result()))
                && verified.count(CoSigningReport.Result.CO_SIGNED)
                        == verified.items().size();
        return well ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void print(List<SweepReport.Item> due, List<CoSigningReport.Item> verified) {
        PrintWriter out = spec.commandLine().getOut();
        List<Row> rows = Stream.concat(
                        due.stream().map(Row::of), verified.stream().map(Row::of))
                .toList();
        if (json) {
            JsonReport.print(out, rows);
            return;
        }
        rows.forEach(row -> out.println("%s %s from %s: %s %s"
                .formatted(row.agreement(), row.period(), row.from(), row.result(), row.message())
                .strip()));
        PrintWriter err = spec.commandLine().getErr();
        int again = (int)
                due.stream().filter(item -> item.result() == Result.CORRECTED).count();
        err.println(Count.of(due.size() - again, "period") + " due.");
        if (again > 0) {
            err.println(Count.of(again, "period") + " settled again on what has changed since.");
        }
        if (!verified.isEmpty()) {
            err.println(Count.of(verified.size(), "settlement") + " of other parties computed again.");
        }
    }

    /** One period that was due, or one that another party settled, and what came of it. */
    record Row(String agreement, String period, LocalDate from, String result, String message) {

        static Row of(SweepReport.Item item) {
            return new Row(
                    item.agreement(), item.period(), item.from(), item.result().name(), item.message());
        }

        static Row of(CoSigningReport.Item item) {
            return new Row(
                    item.settlement().agreement().value(),
                    item.settlement().period(),
                    item.settlement().from(),
                    item.result().name(),
                    ("for " + item.organisation() + " " + item.message()).strip());
        }
    }
}
