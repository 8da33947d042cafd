package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Block;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.mvstore.MVStoreException;

/** Holds the index, and goes on with one in memory when its file fails, as on a full disk. */
final class IndexHolder {

    private final BlockFiles blocks;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private volatile LedgerIndex index;

    IndexHolder(LedgerIndex index, BlockFiles blocks) {
        this.index = index;
        this.blocks = blocks;
    }

    LedgerIndex get() {
        return index;
    }

    List<String> notes() {
        return notes;
    }

    void apply(Block block) {
        try {
            index.apply(block);
        } catch (MVStoreException failed) {
            goOnInMemory(failed);
        }
    }

    void commit() {
        try {
            if (index.hasUncommitted()) {
                index.commit();
            }
        } catch (MVStoreException failed) {
            goOnInMemory(failed);
        }
    }

    private void goOnInMemory(MVStoreException failed) {
        LedgerIndex inMemory = LedgerIndex.inMemory();
        IndexOpening.catchUp(inMemory, blocks);
        index = inMemory;
        notes.add("the file of the index failed (" + failed.getMessage()
                + "); it is kept in memory until the ledger is opened again");
    }

    void close() {
        try {
            index.close();
        } catch (MVStoreException failed) {
            notes.add("the file of the index failed at the end; it is made again when the ledger is opened");
        }
    }
}
