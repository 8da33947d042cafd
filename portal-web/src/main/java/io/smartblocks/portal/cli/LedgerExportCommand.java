package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.copy.LedgerCopies;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ledger export}: all blocks in one file. */
@Command(
        name = "export",
        description = "Write all blocks to one file that 'ledger import' takes on another machine; also while in use.")
final class LedgerExportCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file, which must not exist yet.")
    private Path to = Path.of("");

    @Mixin
    private CopyOptions copying = new CopyOptions();

    @Override
    public Integer call() {
        Path ledger = data.existing().ledger();
        return copying.copy("Exported", () -> LedgerCopies.export(ledger, to));
    }
}
