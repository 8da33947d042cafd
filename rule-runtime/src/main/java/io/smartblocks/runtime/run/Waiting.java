package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.ReadModel;
import java.time.Duration;

/** Waits until the read model has seen what the ledger committed. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Waiting() {}

    static void forHeight(ReadModel model, long height) {
        try {
            if (!model.awaitHeight(height, PATIENCE)) {
                throw new IllegalStateException("the read model stands at " + model.height()
                        + " blocks and did not reach " + height + " within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for block " + height, e);
        }
    }
}
