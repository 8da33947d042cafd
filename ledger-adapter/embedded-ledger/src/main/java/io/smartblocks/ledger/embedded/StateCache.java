package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.state.State;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the states that were read last; a text in a block never changes, so what was read stays right. There is room for the
 * signed terms of some ten thousand agreements, all of which a sweep asks for.
 */
final class StateCache {

    // of text, of which the states take a few times as much
    private static final long MOST_BYTES = 24L << 20;

    private final Map<TextPlace, State> states = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    synchronized Optional<State> get(TextPlace place) {
        return Optional.ofNullable(states.get(place));
    }

    synchronized void put(TextPlace place, State state) {
        if (states.put(place, state) == null) {
            bytes += place.length();
        }
        Iterator<TextPlace> eldest = states.keySet().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= eldest.next().length();
            eldest.remove();
        }
    }
}
