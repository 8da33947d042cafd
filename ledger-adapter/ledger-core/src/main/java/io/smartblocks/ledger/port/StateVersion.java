package io.smartblocks.ledger.port;

import io.smartblocks.ledger.state.State;

/** What stood under a key from the given block on. */
public record StateVersion(long block, State state) {}
