package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.state.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the states that were read last; a text in a block never changes, so what was read stays right. */
final class StateCache {

    private static final int MOST = 2048;

    private final Map<TextPlace, State> states = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TextPlace, State> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<State> get(TextPlace place) {
        return Optional.ofNullable(states.get(place));
    }

    synchronized void put(TextPlace place, State state) {
        states.put(place, state);
    }
}
