package io.smartblocks.ledger.outbox;

import io.smartblocks.ledger.port.Ledger;
import java.util.function.BooleanSupplier;

/** Brings what is due to the ledger, in one thread at a time. */
final class Sending {

    private final Shelf shelf;

    Sending(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Sends until nothing more can be done now, or until it is to stop. */
    synchronized Forwarded forward(Ledger ledger, BooleanSupplier stop) {
        try {
            return new SendingRound(shelf, ledger).run(stop);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Forwarded(0, 0);
        }
    }
}
