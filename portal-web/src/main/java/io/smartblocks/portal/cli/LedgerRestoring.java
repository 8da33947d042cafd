package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.copy.Copied;
import io.smartblocks.ledger.embedded.copy.LedgerCopies;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Makes a data directory with the ledger of a copy. */
final class LedgerRestoring {

    private LedgerRestoring() {}

    static void restore(CommandSpec spec, boolean json, String verb, Path from, Path to) {
        DataDirectory target = new DataDirectory(to);
        target.requireEmpty();
        Copied copied = CopyReport.of(() -> LedgerCopies.restore(from, target.ledger()));
        CopyReport.print(spec, json, verb, copied);
        spec.commandLine()
                .getErr()
                .println("All of it is verified. Keys are not part of a copy: without the node's key in '"
                        + to.resolve("keys") + "' the ledger can be read and verified, but takes no more blocks.");
    }
}
