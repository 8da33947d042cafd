package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What stands at the peer; each key and each range is read once in a call, since each read is asked over the network. */
final class PeerStates implements StateView {

    // where Fabric ends a range without a word, unless it is told otherwise
    private static final int MOST_IN_RANGE = 100_000;

    private final Peer peer;
    private final TreeMap<StateKey, Optional<State>> known = new TreeMap<>();
    private final TreeMap<String, List<StateEntry>> ranges = new TreeMap<>();

    PeerStates(Peer peer) {
        this.peer = peer;
    }

    @Override
    public Optional<State> state(StateKey key) {
        return known.computeIfAbsent(key, unknown -> peer.read(PeerKeys.of(key)).map(Texts::state));
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return ranges.computeIfAbsent(prefix, this::read);
    }

    /** Whether it was read already that nothing stands there. */
    boolean isKnownAbsent(StateKey key) {
        Optional<State> read = known.get(key);
        return read != null && read.isEmpty();
    }

    private List<StateEntry> read(String prefix) {
        List<StateEntry> entries = new ArrayList<>();
        try (Peer.Range range = peer.range(prefix, PeerKeys.behind(prefix))) {
            for (Optional<Peer.Held> next = range.next(); next.isPresent(); next = range.next()) {
                entries.add(Texts.entry(next.get()));
            }
        }
        if (entries.size() >= MOST_IN_RANGE) {
            throw new CallRefused("more than " + (MOST_IN_RANGE - 1) + " states stand under '" + prefix
                    + "', and the peer may have kept back some; nothing is decided by a part of them");
        }
        entries.sort((one, other) -> one.key().compareTo(other.key()));
        entries.forEach(entry -> known.put(entry.key(), Optional.of(entry.state())));
        return List.copyOf(entries);
    }
}
