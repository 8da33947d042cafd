package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.copy.Copied;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the commands that copy a ledger report, and what they do alike. */
final class CopyOptions {

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Copies, and reports it under a verb; what is refused is told in the words of the one who refused. */
    int copy(String verb, Supplier<Copied> copying) {
        CopyReport.print(spec, json, verb, CopyReport.of(copying));
        return ExitCode.DONE;
    }

    /** Makes a data directory with the ledger of a copy. */
    int restore(String verb, Path from, Path to) {
        LedgerRestoring.restore(spec, json, verb, from, to);
        return ExitCode.DONE;
    }
}
