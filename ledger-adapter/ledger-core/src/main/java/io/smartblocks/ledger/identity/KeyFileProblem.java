package io.smartblocks.ledger.identity;

/** A key store that cannot be written or read; the message says which and how to mend it. */
public class KeyFileProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyFileProblem(String message) {
        super(message);
    }

    KeyFileProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
