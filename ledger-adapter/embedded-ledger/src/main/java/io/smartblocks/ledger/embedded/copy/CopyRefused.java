package io.smartblocks.ledger.embedded.copy;

/** A copy cannot be made, or cannot be used; the message names what is wrong and how to go on. */
public class CopyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CopyRefused(String message) {
        super(message);
    }

    CopyRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
