package io.smartblocks.portal.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ledger import}: a ledger from one file. */
@Command(
        name = "import",
        description =
                "Make a data directory from an exported file, after verifying all of it; keys are not part of it.")
final class LedgerImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file, as 'ledger export' wrote it.")
    private Path file = Path.of("");

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
        return copying.restore("Imported", file, to);
    }
}
