package io.smartblocks.ledger.fabric.block;

/** Bytes that are no block of Fabric, or a block that is not as it was made; the message says where and what was expected. */
public final class MalformedBlock extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedBlock(String where, String what) {
        super(where + ": " + what);
    }

    MalformedBlock(String where, String what, Throwable cause) {
        super(where + ": " + what, cause);
    }
}
