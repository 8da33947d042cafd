package io.smartblocks.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A view with writes laid over it that are not yet part of it. */
public final class StateOverlay implements StateView {

    private final StateView base;
    private final TreeMap<StateKey, State> writes = new TreeMap<>();

    public StateOverlay(StateView base) {
        this.base = base;
    }

    /** Lays these writes over all earlier ones. */
    public void write(List<StateEntry> entries) {
        entries.forEach(entry -> writes.put(entry.key(), entry.state()));
    }

    /** The writes, one per key, in the order of the keys. */
    public List<StateEntry> writes() {
        return writes.entrySet().stream()
                .map(entry -> new StateEntry(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Optional<State> state(StateKey key) {
        State written = writes.get(key);
        return written == null ? base.state(key) : Optional.of(written);
    }

    @Override
    public List<StateEntry> states(String prefix) {
        TreeMap<StateKey, State> found = new TreeMap<>();
        base.states(prefix).forEach(entry -> found.put(entry.key(), entry.state()));
        for (Map.Entry<StateKey, State> write :
                writes.tailMap(new StateKey(prefix)).entrySet()) {
            if (!write.getKey().value().startsWith(prefix)) {
                break;
            }
            found.put(write.getKey(), write.getValue());
        }
        List<StateEntry> entries = new ArrayList<>(found.size());
        found.forEach((key, state) -> entries.add(new StateEntry(key, state)));
        return entries;
    }
}
