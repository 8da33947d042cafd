package io.smartblocks.ledger.peer;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import java.util.List;
import java.util.Optional;

/** Some of what stands; there may be more behind its last key only when it holds as many as were asked for. */
public record StatePage(List<Entry> entries) {

    public StatePage {
        entries = List.copyOf(entries);
    }

    /**
     * A state under its key.
     *
     * @param carrier the id of the Fabric transaction that wrote it, where this was asked for
     */
    public record Entry(StateKey key, State state, Optional<String> carrier) {}
}
