package io.smartblocks.portal.cli;

/** Ends a command whose input is wrong in a way that the user can mend; its message says how. */
final class InputRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    InputRefused(String message) {
        super(message);
    }

    InputRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
