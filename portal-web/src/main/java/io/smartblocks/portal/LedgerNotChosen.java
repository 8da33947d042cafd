package io.smartblocks.portal;

/** Settings, or a data directory, that do not say which ledger to open; the message says what to change. */
public final class LedgerNotChosen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerNotChosen(String message) {
        super(message);
    }
}
