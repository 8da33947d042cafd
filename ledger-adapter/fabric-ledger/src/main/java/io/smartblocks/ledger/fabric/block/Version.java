package io.smartblocks.ledger.fabric.block;

/** Which transaction of which block wrote what was read. */
public record Version(long block, long transaction) {}
