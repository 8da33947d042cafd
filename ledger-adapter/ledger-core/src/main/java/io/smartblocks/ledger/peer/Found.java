package io.smartblocks.ledger.peer;

import io.smartblocks.ledger.state.State;
import java.util.Optional;

/** What stands under a key, if anything does. */
public record Found(Optional<State> state) {}
