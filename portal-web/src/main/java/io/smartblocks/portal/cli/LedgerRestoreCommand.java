package io.smartblocks.portal.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ledger restore}: a ledger from a backup. */
@Command(
        name = "restore",
        description = "Make a data directory from a backup, after verifying all of it; keys are not part of it.")
final class LedgerRestoreCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "DIR|FILE",
            required = true,
            description = "The directory of the backup, or an exported file.")
    private Path from = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The data directory to make; it must be empty or not be there.")
    private Path to = Path.of("");

    @Mixin
    private CopyOptions copying = new CopyOptions();

    @Override
    public Integer call() {
        return copying.restore("Restored", from, to);
    }
}
