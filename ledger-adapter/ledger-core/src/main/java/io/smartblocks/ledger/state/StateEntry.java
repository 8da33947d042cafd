package io.smartblocks.ledger.state;

/** A state with its key: what stands there, or what a transaction writes there. */
public record StateEntry(StateKey key, State state) {}
