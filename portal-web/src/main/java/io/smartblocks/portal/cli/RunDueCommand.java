package io.smartblocks.portal.cli;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.MachineKeys;
import io.smartblocks.portal.RuntimeKeys;
import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.run.SweepReport;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-due}: settles once what is due, as the scheduler would. */
@Command(name = "run-due", description = "Settle once all that is due, as the scheduler of a running system would.")
final class RunDueCommand implements Callable<Integer> {

    private static final Set<Result> WELL = Set.of(Result.SETTLED, Result.ALREADY_SETTLED, Result.HELD, Result.CLOSED);

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Settle what was due by then instead of by now: 2026-11-06T00:00:00Z.")
    private Optional<Instant> until = Optional.empty();

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
        try (Ledger ledger = directory.openLedger(clock);
                ReadModel model = directory.openReadModel()) {
            model.follow(ledger);
            RuntimeKeys keys = new RuntimeKeys(ledger, new MachineKeys(directory.path(), clock));
            report = new Sweep(ledger, model, new SettlementEngine(), keys, clock).runAll();
        }
        print(report.items());
        return report.items().stream().allMatch(item -> WELL.contains(item.result()))
                ? ExitCode.DONE
                : ExitCode.REFUSED;
    }

    private void print(List<SweepReport.Item> items) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, items);
            return;
        }
        items.forEach(item -> out.println("%s %s from %s: %s %s"
                .formatted(item.agreement(), item.period(), item.from(), item.result(), item.message())
                .strip()));
        spec.commandLine().getErr().println(Count.of(items.size(), "period") + " due.");
    }
}
