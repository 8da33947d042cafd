package io.smartblocks.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVStoreException;

/** Opens the index beside the blocks, makes it again where it does not fit them, and catches up with them. */
final class IndexOpening {

    private static final int BLOCKS_PER_COMMIT = 1000;

    private IndexOpening() {}

    static LedgerIndex open(Path file, BlockFiles blocks, List<String> notes) throws IOException {
        LedgerIndex index = openFile(file, notes);
        try {
            if (index.height() > blocks.height()) {
                throw new LedgerDamaged("the block files end before block " + blocks.height() + ", but the index '"
                        + file + "' has seen " + index.height()
                        + " blocks: files are missing or were cut; put them back from a copy");
            }
            if (index.height() > 0
                    && !blocks.read(index.height() - 1).hash().value().equals(index.lastHash())) {
                notes.add("the index belonged to other blocks and was made again");
                index.close();
                Files.delete(file);
                index = LedgerIndex.in(file);
            }
            catchUp(index, blocks);
            return index;
        } catch (RuntimeException failed) {
            index.close();
            throw failed;
        }
    }

    private static LedgerIndex openFile(Path file, List<String> notes) throws IOException {
        try {
            return LedgerIndex.in(file);
        } catch (MVStoreException | IllegalStateException | NumberFormatException unreadable) {
            notes.add("the index could not be read (" + unreadable.getMessage() + ") and was made again");
            Files.delete(file);
            return LedgerIndex.in(file);
        }
    }

    /** Lets the index take in all blocks that it has not seen. */
    static void catchUp(LedgerIndex index, BlockFiles blocks) {
        for (long number = index.height(); number < blocks.height(); number++) {
            index.apply(blocks.read(number));
            if (number % BLOCKS_PER_COMMIT == 0) {
                index.commit();
            }
        }
        index.commit();
    }
}
