package io.smartblocks.ledger.outbox;

/** The outbox has no room for another batch; the batch was not appended. */
public class OutboxFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxFull(String message) {
        super(message);
    }
}
