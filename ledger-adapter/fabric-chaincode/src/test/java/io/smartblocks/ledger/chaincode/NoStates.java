package io.smartblocks.ledger.chaincode;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import java.util.List;
import java.util.Optional;

/** Where nothing stands. */
final class NoStates implements StateView {

    @Override
    public Optional<State> state(StateKey key) {
        return Optional.empty();
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return List.of();
    }
}
