package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Stage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The batches that wait for their block. */
final class Waiting {

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

    /** What waits longest; empty when nothing waits and none may come any more, or it is not worth to wait longer. */
    synchronized Optional<Pending> next(BooleanSupplier longEnough) {
        while (batches.isEmpty() && !closed && !longEnough.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(
                        "the ledger's writer is stopped by closing it, not by interrupts", stop);
            }
        }
        Optional<Pending> next = Optional.ofNullable(batches.poll());
        if (batches.size() == MOST_BATCHES - 1) {
            notifyAll();
        }
        return next;
    }

    /** Lets whoever waits for the next batch look again whether to wait longer. */
    synchronized void wake() {
        notifyAll();
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
