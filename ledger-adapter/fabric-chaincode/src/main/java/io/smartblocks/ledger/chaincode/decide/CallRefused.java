package io.smartblocks.ledger.chaincode.decide;

/** A call that cannot be answered: what was wrong with it, what was expected, and how to mend it. */
public class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CallRefused(String message) {
        super(message);
    }
}
