package io.smartblocks.ledger.transaction;

/** What a meter's values say. */
public enum Measure {
    /** What flowed in the interval that begins at the value's time. */
    INTERVAL,
    /** The stand of a counter at the value's time, which only grows until it rolls over. */
    REGISTER
}
