package io.smartblocks.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;

/** Opens the index beside the blocks, makes it again where its seal or the blocks do not fit it, and catches up. */
final class IndexOpening {

    private final Path file;
    private final BlockFiles blocks;
    private final List<String> notes;

    IndexOpening(Path file, BlockFiles blocks, List<String> notes) {
        this.file = file;
        this.blocks = blocks;
        this.notes = notes;
    }

    LedgerIndex open() throws IOException {
        checkSeal();
        IndexSeal.remove(file);
        LedgerIndex index = openFile();
        try {
            if (index.height() > blocks.height()) {
                throw cut(index.height());
            }
            if (index.height() > 0
                    && !blocks.read(index.height() - 1).hash().value().equals(index.lastHash())) {
                index.close();
                index = again("the index belonged to other blocks");
            }
            catchUp(index, blocks, blocks.height());
            return index;
        } catch (RuntimeException failed) {
            index.close();
            throw failed;
        }
    }

    private void checkSeal() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        Optional<IndexSeal> seal = Optional.empty();
        try {
            seal = IndexSeal.of(file);
        } catch (IllegalArgumentException damaged) {
            delete("the seal of the index was damaged");
            return;
        }
        if (seal.isEmpty()) {
            delete("the index was being written when the ledger last stopped");
        } else if (!seal.get().fits(file)) {
            delete("the index did not fit its seal");
        } else if (seal.get().height() > blocks.height()) {
            throw cut(seal.get().height());
        }
    }

    private LedgerDamaged cut(long height) {
        return new LedgerDamaged("the block files end before block " + blocks.height() + ", but the index '" + file
                + "' has seen " + height + " blocks: files are missing or were cut; put them back from a copy");
    }

    private LedgerIndex openFile() throws IOException {
        try {
            return LedgerIndex.in(file, blocks::text);
        } catch (MVStoreException | IllegalStateException | NumberFormatException unreadable) {
            return again("the index could not be read (" + unreadable.getMessage() + ")");
        }
    }

    private LedgerIndex again(String why) throws IOException {
        delete(why);
        return LedgerIndex.in(file, blocks::text);
    }

    private void delete(String why) throws IOException {
        notes.add(why + " and was made again");
        Files.delete(file);
    }

    /** Lets the index take in the blocks before the given one that it has not seen. */
    static void catchUp(LedgerIndex index, BlockFiles blocks, long height) {
        for (long number = index.height(); number < height; number++) {
            index.apply(BlockText.of(number, blocks.content(number)));
            if (index.uncommitted() > IndexHolder.MOST_UNCOMMITTED) {
                index.commit();
            }
        }
    }
}
