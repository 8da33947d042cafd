package io.smartblocks.portal.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that reports what stands on a ledger.
 *
 * @param <R> what {@code --json} prints
 */
abstract class ReportingCommand<R> implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() {
        R report;
        try (StatesOnLedger ledger = data.existing().states()) {
            report = read(ledger, Clock.systemUTC());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, report);
        } else {
            print(report, out);
        }
        return ExitCode.DONE;
    }

    abstract R read(StatesOnLedger ledger, Clock clock);

    abstract void print(R report, PrintWriter out);
}
