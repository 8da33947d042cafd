package io.smartblocks.portal.member;

import io.smartblocks.ledger.readmodel.ReadModel;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Waits a moment for a block to arrive in the read model, so that the next page shows what was just done. */
@Component
class Arrival {

    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final ReadModel model;

    Arrival(ReadModel model) {
        this.model = model;
    }

    void await(long block) {
        try {
            model.awaitHeight(block + 1, AT_MOST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
