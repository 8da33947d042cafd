package io.smartblocks.ledger.outbox;

/** The directory of an outbox is open already, here or in another process. */
public class OutboxInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxInUse(String message) {
        super(message);
    }
}
