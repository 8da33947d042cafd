package io.smartblocks.ledger.state;

import java.util.List;

/** What a transaction writes, in the order of the keys. */
public record StateChanges(List<StateEntry> writes) {

    public StateChanges {
        writes = writes.stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    /** A single write. */
    public static StateChanges of(StateKey key, State state) {
        return new StateChanges(List.of(new StateEntry(key, state)));
    }
}
