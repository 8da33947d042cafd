package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The batches that wait for their block. */
final class Waiting {

    private static final int MOST_TRANSACTIONS = 2000;
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_BATCHES = 10_000;

    private final Deque<Pending> batches = new ArrayDeque<>();
    private boolean closed;

    /** Queues a batch, once there is room for it; false when the queue is closed. */
    synchronized boolean offer(Pending batch) {
        awaitRoom();
        if (closed) {
            return false;
        }
        batch.underway().reached(Stage.PROPOSED);
        batches.add(batch);
        notifyAll();
        return true;
    }

    /** Takes no more batches; what waits is still handed out. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Whether no batch will ever come again. */
    synchronized boolean over() {
        return closed && batches.isEmpty();
    }

    /** All that waits, up to a block's fill; none when nothing came in time. */
    synchronized List<Pending> group(long atMostMillis) throws InterruptedException {
        if (batches.isEmpty() && !closed) {
            wait(atMostMillis);
        }
        List<Pending> group = new ArrayList<>();
        int transactions = 0;
        long bytes = 0;
        while (!batches.isEmpty() && transactions < MOST_TRANSACTIONS && bytes < MOST_BYTES) {
            Pending next = batches.remove();
            group.add(next);
            transactions += next.batch().transactions().size();
            bytes += next.size();
        }
        notifyAll();
        return group;
    }

    synchronized int size() {
        return batches.size();
    }

    /** Everything that waits, when none of it will come into a block. */
    synchronized List<Pending> rest() {
        List<Pending> rest = List.copyOf(batches);
        batches.clear();
        return rest;
    }

    private void awaitRoom() {
        boolean interrupted = false;
        while (batches.size() >= MOST_BATCHES && !closed) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
