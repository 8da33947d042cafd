package io.smartblocks.ledger.port;

import java.time.Duration;
import java.util.Optional;

/** The blocks from a checkpoint on: first those that stand already, then each new one when it is committed. */
public interface BlockStream extends AutoCloseable {

    /** Waits for the next block; empty once the stream or the ledger is closed, also where more blocks stand. */
    Optional<Block> next() throws InterruptedException;

    /** The next block if it comes within the time; empty when none came or the stream or ledger is closed. */
    Optional<Block> next(Duration atMost) throws InterruptedException;

    /** The number of the block that comes next: the checkpoint to go on from. */
    long position();

    @Override
    void close();
}
