package io.smartblocks.ledger.fabric;

/** A connection profile, or what it names, that cannot be used; the message says what, where and what was expected. */
public final class ProfileProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProfileProblem(String message) {
        super(message);
    }

    ProfileProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
