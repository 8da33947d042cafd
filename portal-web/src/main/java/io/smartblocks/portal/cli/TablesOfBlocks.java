package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.embedded.StoredBlocks.Stored;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.ReadModelException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Tables made from the blocks of a ledger alone, and kept for the next call, which adds the blocks since. */
final class TablesOfBlocks implements AutoCloseable {

    private final KeptTables kept;

    private TablesOfBlocks(KeptTables kept) {
        this.kept = kept;
    }

    /**
     * Reads what is whole now, also while a process writes to the ledger.
     *
     * @param seen told each block
     * @param reached told how many blocks were read
     */
    static TablesOfBlocks of(DataDirectory data, Consumer<Stored> seen, LongConsumer reached) {
        Path ledger = data.ledger();
        try {
            TablesOfBlocks tables =
                    new TablesOfBlocks(KeptTables.open(ledger.resolveSibling("tables"), StoredBlocks.in(ledger)));
            try {
                tables.readOn(StoredBlocks.in(ledger), seen, reached);
                return tables;
            } catch (RuntimeException e) {
                tables.close();
                throw e;
            }
        } catch (LedgerDamaged | ReadModelException | IllegalArgumentException e) {
            throw new InputRefused(
                    "The blocks in '%1$s' cannot be read: %2$s. See 'smartblocks ledger verify --data %3$s'."
                            .formatted(ledger, e.getMessage(), ledger.getParent()),
                    e);
        }
    }

    private void readOn(StoredBlocks blocks, Consumer<Stored> seen, LongConsumer reached) {
        BlocksDigest digest = new BlocksDigest();
        long known = model().height();
        blocks.forEach(0, stored -> {
            digest.add(stored);
            if (stored.number() >= known) {
                model().apply(stored.block());
            }
            seen.accept(stored);
            reached.accept(stored.number() + 1);
            return true;
        });
        kept.madeFrom(digest.value());
    }

    ReadModel model() {
        return kept.model();
    }

    @Override
    public void close() {
        kept.close();
    }
}
