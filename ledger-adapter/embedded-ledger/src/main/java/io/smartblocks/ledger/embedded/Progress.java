package io.smartblocks.ledger.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How far the chain has come, for those who wait for its next block. */
final class Progress {

    private long height;
    private boolean closed;

    Progress(long height) {
        this.height = height;
    }

    synchronized void reached(long newHeight) {
        height = newHeight;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized void wake() {
        notifyAll();
    }

    synchronized long height() {
        return height;
    }

    /** Waits until the block stands; false when the time is over, the ledger closed or the reader gave up. */
    synchronized boolean await(long number, Duration atMost, BooleanSupplier givenUp) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (number >= height && !closed && !givenUp.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return number < height && !givenUp.getAsBoolean();
    }
}
