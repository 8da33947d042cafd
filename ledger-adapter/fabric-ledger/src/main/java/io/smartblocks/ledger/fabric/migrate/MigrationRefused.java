package io.smartblocks.ledger.fabric.migrate;

/** A ledger that cannot be brought onto a channel: what is in the way, and what to do. */
public class MigrationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationRefused(String message) {
        super(message);
    }
}
