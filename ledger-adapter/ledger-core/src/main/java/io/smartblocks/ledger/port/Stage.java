package io.smartblocks.ledger.port;

/** How far a batch has come on its way into a block. */
public enum Stage {
    /** The ledger has it and will decide about it. */
    PROPOSED,
    /** The families allow it; on a ledger of several peers, enough of them have said so. */
    ENDORSED,
    /** It was handed to what makes blocks; from here on its outcome may be unknown for a while. */
    SUBMITTED,
    /** It stands in a block and will not be lost. */
    COMMITTED
}
