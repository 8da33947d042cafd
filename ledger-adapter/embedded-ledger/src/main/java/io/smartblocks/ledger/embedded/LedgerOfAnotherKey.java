package io.smartblocks.ledger.embedded;

/** The ledger's blocks are signed with a key that is not at hand. */
public class LedgerOfAnotherKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerOfAnotherKey(String message) {
        super(message);
    }
}
