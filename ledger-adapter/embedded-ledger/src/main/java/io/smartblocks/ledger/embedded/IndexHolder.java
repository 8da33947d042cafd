package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.proof.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.mvstore.MVStoreException;

/** Holds the index and keeps its file sealed; goes on with one in memory when the file fails, as on a full disk. */
final class IndexHolder {

    /** What is taken in again from the blocks when the process is killed. */
    static final int MOST_UNCOMMITTED = 50_000;

    private final Path file;
    private final BlockFiles blocks;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private volatile LedgerIndex index;
    private volatile boolean inMemory;
    private long height;

    /** Holds an index that is open and has caught up, and seals it. */
    IndexHolder(Path file, LedgerIndex index, BlockFiles blocks) {
        this.file = file;
        this.index = index;
        this.blocks = blocks;
        this.height = index.height();
        commit();
    }

    LedgerIndex get() {
        return index;
    }

    List<String> notes() {
        return notes;
    }

    /** How many bytes its file takes; none while it is kept in memory. */
    long bytes() {
        try {
            return inMemory ? 0 : Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    void apply(BlockText block) {
        height = block.number() + 1;
        try {
            index.apply(block);
        } catch (MVStoreException failed) {
            goOnInMemory(failed);
        }
        if (isDueWith(0)) {
            commit();
        }
    }

    /** Whether it is written to its file when so many transactions more are in it. */
    boolean isDueWith(int transactions) {
        return index.uncommitted() + transactions >= MOST_UNCOMMITTED;
    }

    private void commit() {
        try {
            if (!inMemory) {
                IndexSeal.remove(file);
                index.commit();
                seal();
            }
        } catch (MVStoreException | IOException failed) {
            goOnInMemory(failed);
        }
    }

    private void seal() throws IOException {
        IndexSeal.seal(file, index.height(), new Hash(index.lastHash()));
    }

    private void goOnInMemory(Exception failed) {
        LedgerIndex replacement = LedgerIndex.inMemory(blocks::text);
        IndexOpening.catchUp(replacement, blocks, height);
        index = replacement;
        inMemory = true;
        notes.add("the file of the index failed (" + failed.getMessage()
                + "); it is kept in memory until the ledger is opened again");
    }

    void close() {
        try {
            if (inMemory) {
                index.close();
                return;
            }
            IndexSeal.remove(file);
            long height = index.height();
            String hash = index.lastHash();
            index.close();
            IndexSeal.seal(file, height, new Hash(hash));
        } catch (MVStoreException | IOException failed) {
            notes.add("the file of the index failed at the end; it is made again when the ledger is opened");
        }
    }
}
