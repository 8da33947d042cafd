package io.smartblocks.ledger.port;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;

/** What stands under a key now, and the block that wrote it. */
public record StandingState(StateKey key, State state, long block) {}
