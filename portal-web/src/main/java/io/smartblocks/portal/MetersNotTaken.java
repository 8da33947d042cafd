package io.smartblocks.portal;

/** Why the portal cannot take meter files from a folder; whoever starts it can mend that. */
public final class MetersNotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MetersNotTaken(String message) {
        super(message);
    }

    MetersNotTaken(String message, Throwable cause) {
        super(message, cause);
    }
}
