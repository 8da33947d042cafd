package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.StoredStates;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What stands on the ledger of a data directory, for commands that only look: in files of this machine, or on a channel. */
final class StatesOnLedger implements StateView, AutoCloseable {

    private final StateView states;
    private final Function<StateKey, List<StateVersion>> history;
    private final Runnable close;

    private StatesOnLedger(StateView states, Function<StateKey, List<StateVersion>> history, Runnable close) {
        this.states = states;
        this.history = history;
        this.close = close;
    }

    static StatesOnLedger of(StoredStates stored) {
        return new StatesOnLedger(stored, stored::history, () -> {});
    }

    /** Closes the ledger in the end. */
    static StatesOnLedger of(Ledger opened) {
        return new StatesOnLedger(opened, opened::history, opened::close);
    }

    @Override
    public Optional<State> state(StateKey key) {
        return states.state(key);
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return states.states(prefix);
    }

    /** All that ever stood under the key, oldest first. */
    List<StateVersion> history(StateKey key) {
        return history.apply(key);
    }

    @Override
    public void close() {
        close.run();
    }
}
