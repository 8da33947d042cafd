package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateView;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that tells what stands on the ledger, for people or as JSON. */
abstract class LookingCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (StatesOnLedger ledger = data.existing().states()) {
            if (json) {
                JsonReport.print(out, report(ledger));
            } else {
                print(ledger, out);
            }
        }
        return ExitCode.DONE;
    }

    /** What is told, as records whose names are the report's. */
    abstract Object report(StateView ledger);

    abstract void print(StateView ledger, PrintWriter out);

    /** Says beside the result what it does not say itself. */
    final void note(String words) {
        spec.commandLine().getErr().println(words);
    }
}
