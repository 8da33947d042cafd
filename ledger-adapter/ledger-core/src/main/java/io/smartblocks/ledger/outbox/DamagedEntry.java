package io.smartblocks.ledger.outbox;

/** The file of an entry does not hold what was written to it. */
final class DamagedEntry extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedEntry(String message) {
        super(message);
    }

    DamagedEntry(String message, Throwable cause) {
        super(message, cause);
    }
}
