package io.smartblocks.ledger.port;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How far a chain has come, for those who wait for its next block; for those who make ledgers. */
public final class Progress {

    private long height;
    private boolean closed;

    /** Of a chain that has so many blocks. */
    public Progress(long height) {
        this.height = height;
    }

    /** The chain has so many blocks now. */
    public synchronized void reached(long newHeight) {
        height = newHeight;
        notifyAll();
    }

    /** Nobody is handed a block any more, nor waits for one. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Those who wait look whether they still want to. */
    synchronized void wake() {
        notifyAll();
    }

    /** How many blocks there are. */
    public synchronized long height() {
        return height;
    }

    /** Waits until the block stands; false when the time is over, the ledger closed or the reader gave up. */
    public synchronized boolean await(long number, Duration atMost, BooleanSupplier givenUp)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (number >= height && !closed && !givenUp.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return number < height && !closed && !givenUp.getAsBoolean();
    }
}
