package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.proof.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the files of a ledger tell of it, read without opening it, also while a process writes to it.
 *
 * @param height how many whole blocks there are
 * @param headHash the hash of the last one
 * @param lastBlock its time
 * @param transactions how many transactions they hold
 * @param bytesOfBlocks what the files of blocks take
 * @param bytesOfIndex what the file of the index takes
 * @param notes what is worth knowing, such as a write that is not finished
 */
public record LedgerStatus(
        long height,
        Optional<Hash> headHash,
        Optional<Instant> lastBlock,
        long transactions,
        long bytesOfBlocks,
        long bytesOfIndex,
        List<String> notes) {

    public LedgerStatus {
        notes = List.copyOf(notes);
    }

    /**
     * Reads the files in the directory of a ledger.
     *
     * @throws LedgerDamaged when a block before the last write cannot be read
     */
    public static LedgerStatus of(Path directory, Instant now) {
        Counting counting = new Counting();
        StoredBlocks.in(directory)
                .forEach(0, stored -> counting.add(BlockText.of(stored.number(), stored.content()), stored));
        try {
            long bytes = 0;
            for (Segment segment : Segment.allIn(directory.resolve(LedgerFiles.BLOCKS))) {
                bytes += Files.size(segment.path());
            }
            Path index = directory.resolve(LedgerFiles.INDEX);
            return new LedgerStatus(
                    counting.height,
                    counting.last.map(BlockHeader::hash),
                    counting.last.map(BlockHeader::time),
                    counting.transactions,
                    bytes,
                    Files.exists(index) ? Files.size(index) : 0,
                    notes(index, bytes - counting.bytes, counting.last, now));
        } catch (IOException broken) {
            throw new UncheckedIOException("the files in '" + directory + "' cannot be read: " + broken, broken);
        }
    }

    private static List<String> notes(Path index, long unfinished, Optional<BlockHeader> last, Instant now)
            throws IOException {
        List<String> notes = new ArrayList<>();
        if (unfinished > 0) {
            notes.add(
                    unfinished + " bytes behind the last block belong to one that is being written now, or whose write"
                            + " was cut short");
        }
        if (IndexSeal.of(index).isEmpty()) {
            notes.add("the index has no seal: it is being written now, or its process was killed, and then it is made"
                    + " again when the ledger is opened");
        }
        last.filter(header -> header.time().isAfter(now))
                .ifPresent(header -> notes.add("the last block is of " + header.time()
                        + ", later than this machine's clock says: check the clock"));
        return notes;
    }

    /** How many bytes of blocks a transaction takes; 0 without any. */
    public long bytesPerTransaction() {
        return transactions == 0 ? 0 : bytesOfBlocks / transactions;
    }

    private static final class Counting {

        private long height;
        private long transactions;
        private long bytes;
        private Optional<BlockHeader> last = Optional.empty();

        boolean add(BlockText block, StoredBlocks.Stored stored) {
            height++;
            transactions += block.transactions().size();
            bytes += Frame.SIZE + stored.content().length;
            last = Optional.of(stored.header().header());
            return true;
        }
    }
}
