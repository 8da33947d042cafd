package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.embedded.StoredBlocks.Stored;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.ReadModelException;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Tables made from the blocks of a ledger alone; of one on this machine they are kept for the next call, which adds the blocks
 * since.
 */
final class TablesOfBlocks implements AutoCloseable {

    private final KeptTables kept;

    private TablesOfBlocks(KeptTables kept) {
        this.kept = kept;
    }

    /** Told how many blocks were read of how many. */
    interface Reached {
        void tell(long done, long of);
    }

    /**
     * Reads what is whole now, also while a process writes to the ledger; those of a channel from its peers, each time anew,
     * while no other process has the directory open.
     *
     * @param seen told each block
     */
    static TablesOfBlocks of(DataDirectory data, Consumer<Stored> seen, Reached reached) {
        return data.onFabric() ? ofChannel(data, seen, reached) : ofFiles(data, seen, reached);
    }

    private static TablesOfBlocks ofChannel(DataDirectory data, Consumer<Stored> seen, Reached reached) {
        try (Ledger ledger = data.openLedger(Clock.systemUTC())) {
            TablesOfBlocks tables = new TablesOfBlocks(KeptTables.temporary());
            try {
                tables.readOn(ledger, seen, reached);
                return tables;
            } catch (RuntimeException e) {
                tables.close();
                throw e;
            }
        } catch (LedgerUnavailable e) {
            throw new InputRefused("The channel's blocks cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private void readOn(Ledger ledger, Consumer<Stored> seen, Reached reached) {
        long height = ledger.height();
        for (long number = 0; number < height; number++) {
            Block block = ledger.block(number).orElseThrow();
            model().apply(block);
            seen.accept(new Stored(number, CanonicalJson.bytes(block)));
            reached.tell(number + 1, height);
        }
    }

    private static TablesOfBlocks ofFiles(DataDirectory data, Consumer<Stored> seen, Reached reached) {
        Path ledger = data.ledger();
        try {
            StoredBlocks blocks = StoredBlocks.in(ledger);
            TablesOfBlocks tables = new TablesOfBlocks(KeptTables.open(ledger.resolveSibling("tables"), blocks));
            try {
                tables.readOn(blocks, seen, reached);
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

    private void readOn(StoredBlocks blocks, Consumer<Stored> seen, Reached reached) {
        long height = blocks.height();
        BlocksDigest digest = new BlocksDigest();
        long known = model().height();
        blocks.forEach(0, stored -> {
            digest.add(stored);
            if (stored.number() >= known) {
                model().apply(stored.block());
            }
            seen.accept(stored);
            reached.tell(stored.number() + 1, Math.max(stored.number() + 1, height));
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
