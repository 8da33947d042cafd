package io.smartblocks.ledger.port;

/** The ledger could not take a batch; nothing of it was taken, unless the message says that the outcome is unknown. */
public class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public LedgerUnavailable(String message) {
        super(message);
    }
}
