package io.smartblocks.ledger.embedded;

/** The ledger's directory is open already, here or in another process. */
public class LedgerInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerInUse(String message) {
        super(message);
    }
}
