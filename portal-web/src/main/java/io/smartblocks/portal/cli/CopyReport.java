package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.copy.Copied;
import io.smartblocks.ledger.embedded.copy.CopyRefused;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands that copy a ledger print. */
record CopyReport(String ledger, String name, long blocks, long height, String headHash, long bytes, String place) {

    /** Copies, and tells what is refused in the words of the one who refused. */
    static Copied of(Supplier<Copied> copying) {
        try {
            return copying.get();
        } catch (CopyRefused | LedgerDamaged | IllegalArgumentException refused) {
            throw new InputRefused(upper(refused.getMessage()) + ".", refused);
        }
    }

    private static String upper(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static void print(CommandSpec spec, boolean json, String verb, Copied copied) {
        if (json) {
            JsonReport.print(
                    spec.commandLine().getOut(),
                    new CopyReport(
                            copied.ledger().toString(),
                            copied.name(),
                            copied.blocks(),
                            copied.height(),
                            copied.headHash().value(),
                            copied.bytes(),
                            copied.place().toString()));
            return;
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s %s of '%s', %d bytes: %s.%nLedger %s%nHeight %d, hash of the last block %s%n",
                        verb,
                        Count.of(copied.blocks(), "block"),
                        copied.name(),
                        copied.bytes(),
                        copied.place(),
                        copied.ledger(),
                        copied.height(),
                        copied.headHash());
    }
}
