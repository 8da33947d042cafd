package io.smartblocks.ledger.port;

/**
 * Hears how far a batch has come: each stage once at most and in order, all of them before the outcome is told.
 *
 * <p>A stage may be left out, as when a repeated request is answered at once. What a listener throws is reported to its
 * thread's handler of uncaught exceptions and changes nothing.
 */
@FunctionalInterface
public interface StageListener {

    /** For those who wait for the outcome only. */
    StageListener NONE = stage -> {};

    void reached(Stage stage);
}
