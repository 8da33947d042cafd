package io.smartblocks.ledger.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How large an embedded ledger is and how it is doing.
 *
 * @param height how many blocks it holds
 * @param transactions how many transactions they hold
 * @param states how many keys something stands under
 * @param bytesOfBlocks what the files of blocks take on the disk
 * @param bytesOfIndex what the file of the index takes on the disk; 0 while it is kept in memory
 * @param batchesWaiting how many submitted batches wait for a block
 * @param lastBlock the time of the last block; empty before the first
 * @param clockBehind how far the clock lies behind the last block; zero for a clock that was not set back
 */
public record LedgerMetrics(
        long height,
        long transactions,
        long states,
        long bytesOfBlocks,
        long bytesOfIndex,
        int batchesWaiting,
        Optional<Instant> lastBlock,
        Duration clockBehind) {

    /** How many transactions a block holds on average; 0 before the first block. */
    public long transactionsPerBlock() {
        return height == 0 ? 0 : transactions / height;
    }

    /** How many bytes a block takes on average; 0 before the first block. */
    public long bytesPerBlock() {
        return height == 0 ? 0 : bytesOfBlocks / height;
    }
}
