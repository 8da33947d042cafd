package io.smartblocks.portal.cli;

import io.smartblocks.ledger.audit.HeaderLine;
import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.StoredBlocks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger headers}: all that one needs of the chain to check proofs. */
@Command(
        name = "headers",
        description = {
            "Write the headers of the blocks with their signatures, one on each line.",
            "It only reads, also while the ledger is in use."
        })
final class LedgerHeadersCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--from",
            paramLabel = "N",
            defaultValue = "0",
            description = "The first block; default ${DEFAULT-VALUE}.")
    private long from;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write them; default: standard output.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        StoredBlocks blocks = StoredBlocks.in(data.existing().ledger());
        if (out.isEmpty()) {
            print(blocks, spec.commandLine().getOut());
            return ExitCode.DONE;
        }
        Path file = out.get().toAbsolutePath();
        Path fresh = file.resolveSibling("." + file.getFileName() + ".part");
        try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(fresh, StandardCharsets.UTF_8))) {
            print(blocks, to);
        } catch (IOException failed) {
            throw new InputRefused("'%s' cannot be written: %s.".formatted(out.get(), failed), failed);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        return ExitCode.DONE;
    }

    private void print(StoredBlocks blocks, PrintWriter to) {
        try {
            blocks.forEach(Math.max(0, from), stored -> {
                to.print(HeaderLine.write(stored.header()) + "\n");
                return true;
            });
        } catch (LedgerDamaged damaged) {
            throw new InputRefused(damaged.getMessage() + ".", damaged);
        }
        to.flush();
        if (to.checkError()) {
            throw new InputRefused("The headers could not all be written; is there room on the disk?");
        }
    }
}
