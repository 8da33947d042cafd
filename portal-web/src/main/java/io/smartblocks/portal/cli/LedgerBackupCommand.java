package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.copy.LedgerCopies;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ledger backup}: adds what is new on the ledger to a directory of files. */
@Command(
        name = "backup",
        description = {
            "Bring a backup up to date, also while the ledger is in use: each run adds one file with what is new.",
            "It holds the blocks; keys, accounts and settings of the data directory are not part of it."
        })
final class LedgerBackupCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The directory of the backup; made if it is not there.")
    private Path to = Path.of("");

    @Mixin
    private CopyOptions copying = new CopyOptions();

    @Override
    public Integer call() {
        Path ledger = data.existing().ledger();
        return copying.copy("Backed up", () -> LedgerCopies.backup(ledger, to));
    }
}
