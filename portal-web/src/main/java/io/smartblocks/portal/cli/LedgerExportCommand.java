package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.copy.Copied;
import io.smartblocks.ledger.embedded.copy.LedgerCopies;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger export}: all blocks in one file. */
@Command(
        name = "export",
        description = "Write all blocks to one file that 'ledger import' takes on another machine; also while in use.")
final class LedgerExportCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file, which must not exist yet.")
    private Path to = Path.of("");

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path ledger = data.existing().ledger();
        Copied copied = CopyReport.of(() -> LedgerCopies.export(ledger, to));
        CopyReport.print(spec, json, "Exported", copied);
        return ExitCode.DONE;
    }
}
