package io.smartblocks.ledger.fabric;

/** The peers tell another chain than the one that was followed before; the message says which was expected and how to mend it. */
public final class OtherChannel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherChannel(String message) {
        super(message);
    }
}
