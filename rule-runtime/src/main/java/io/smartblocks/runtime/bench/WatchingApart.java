package io.smartblocks.runtime.bench;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import java.time.Duration;

/** Takes the time of a sweep up to its last block, and of the read model from there until it has caught up. */
final class WatchingApart {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Ledger ledger;
    private final ReadModel model;
    private final Moment begun = Moment.now();
    private final Thread thread = new Thread(this::awaitReadModel, "watching");
    private volatile Moment stood = begun;
    private volatile Moment seen = begun;
    private volatile long height;

    /** The clock, and what the processors have worked for the process by then. */
    private record Moment(long nanos, long cpuNanos) {

        static Moment now() {
            return new Moment(System.nanoTime(), Watching.process());
        }

        SweepFigures.Stage since(Moment earlier, int settlements) {
            return new SweepFigures.Stage(
                    (nanos - earlier.nanos) / 1_000_000, (cpuNanos - earlier.cpuNanos) / 1000 / settlements);
        }
    }

    WatchingApart(Ledger ledger, ReadModel model) {
        this.ledger = ledger;
        this.model = model;
        thread.setDaemon(true);
    }

    /** All settlements stand in blocks, none of which the read model has seen. */
    void allStand() {
        height = ledger.height();
        stood = Moment.now();
        seen = stood;
        thread.start();
    }

    private void awaitReadModel() {
        try {
            model.awaitHeight(height, PATIENCE);
            seen = Moment.now();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    SweepFigures.Apart end(int settlements) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new SweepFigures.Apart(stood.since(begun, settlements), seen.since(stood, settlements));
    }
}
