package io.smartblocks.ledger.embedded;

/** The ledger's files are not as they were written; the message names the block and the file. */
public class LedgerDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerDamaged(String message) {
        super(message);
    }

    LedgerDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}
