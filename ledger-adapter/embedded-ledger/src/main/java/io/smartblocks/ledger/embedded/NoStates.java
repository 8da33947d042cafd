package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import java.util.List;
import java.util.Optional;

/** What stands on an empty ledger. */
enum NoStates implements StateView {
    INSTANCE;

    @Override
    public Optional<State> state(StateKey key) {
        return Optional.empty();
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return List.of();
    }
}
