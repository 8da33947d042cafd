package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.ReadModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Tables made from the blocks of a ledger alone, in a directory of their own that goes with them. */
final class TablesOfBlocks implements AutoCloseable {

    private final Path directory;
    private final ReadModel model;

    private TablesOfBlocks(Path directory) {
        this.directory = directory;
        this.model = ReadModel.open(directory.resolve("tables"));
    }

    /**
     * Reads what is whole now, also while a process writes to the ledger.
     *
     * @param seen told each block
     * @param reached told how many blocks were read
     */
    static TablesOfBlocks of(Path ledger, Consumer<Block> seen, LongConsumer reached) {
        TablesOfBlocks tables = new TablesOfBlocks(temporary());
        try {
            StoredBlocks.in(ledger).forEach(0, stored -> {
                Block block = stored.block();
                tables.model.apply(block);
                seen.accept(block);
                reached.accept(block.number() + 1);
                return true;
            });
            return tables;
        } catch (LedgerDamaged | ReadModelException | IllegalArgumentException e) {
            tables.close();
            throw new InputRefused(
                    "The blocks in '%1$s' cannot be read: %2$s. See 'smartblocks ledger verify --data %3$s'."
                            .formatted(ledger, e.getMessage(), ledger.getParent()),
                    e);
        } catch (RuntimeException e) {
            tables.close();
            throw e;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("smartblocks-tables-");
        } catch (IOException e) {
            throw new InputRefused(
                    "No directory can be made for the tables in '%s': %s. Set TMPDIR, or -Djava.io.tmpdir, to a place with room."
                            .formatted(System.getProperty("java.io.tmpdir"), e),
                    e);
        }
    }

    ReadModel model() {
        return model;
    }

    @Override
    public void close() {
        model.close();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'" + directory + "' cannot be removed", e);
        }
    }
}
