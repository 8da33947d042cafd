package io.smartblocks.ledger.chaincode;

/** A setting of the server that it cannot start with: which one, what was expected, and how to mend it. */
public class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSetting(String message) {
        super(message);
    }
}
