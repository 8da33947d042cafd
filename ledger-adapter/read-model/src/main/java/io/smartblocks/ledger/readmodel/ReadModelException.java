package io.smartblocks.ledger.readmodel;

/** The read model broke, or does not fit the ledger that it is to follow. */
public class ReadModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReadModelException(String message) {
        super(message);
    }

    public ReadModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
