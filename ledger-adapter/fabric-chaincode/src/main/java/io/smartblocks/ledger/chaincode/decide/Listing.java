package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.peer.Carried;
import io.smartblocks.ledger.peer.Found;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.peer.StateHistory;
import io.smartblocks.ledger.peer.StatePage;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Answers what is asked of what stands and of what stood before. */
final class Listing {

    private Listing() {}

    static Found state(Peer peer) {
        StateKey key = Arguments.of(peer, 1, "a state key").as(0, StateKey::new);
        return new Found(peer.read(PeerKeys.of(key)).map(Texts::state));
    }

    static StatePage states(Peer peer) {
        return page(peer, false);
    }

    static StatePage standing(Peer peer) {
        return page(peer, true);
    }

    private static StatePage page(Peer peer, boolean withCarriers) {
        Arguments arguments = Arguments.of(peer, 3, "the first key, the key to end before, and how many at most");
        StateKey from = arguments.as(0, StateKey::new);
        StateKey to = arguments.as(1, StateKey::new);
        int atMost = arguments.atMost(2);
        List<StatePage.Entry> entries = new ArrayList<>();
        if (from.equals(to)) {
            return new StatePage(entries);
        }
        try (Peer.Range range = peer.range(PeerKeys.of(from), PeerKeys.of(to))) {
            for (Optional<Peer.Held> next = range.next();
                    next.isPresent() && entries.size() < atMost;
                    next = range.next()) {
                if (PeerKeys.stateKey(next.get().key()).isPresent()) {
                    entries.add(entry(next.get(), withCarriers ? carrier(next.get(), peer) : Optional.empty()));
                }
            }
        }
        return new StatePage(entries);
    }

    private static StatePage.Entry entry(Peer.Held held, Optional<String> carrier) {
        StateEntry entry = Texts.entry(held);
        return new StatePage.Entry(entry.key(), entry.state(), carrier);
    }

    private static Optional<String> carrier(Peer.Held held, Peer peer) {
        return peer.history(held.key()).stream().map(Peer.Past::carrier).findFirst();
    }

    static StateHistory history(Peer peer) {
        StateKey key = Arguments.of(peer, 1, "a state key").as(0, StateKey::new);
        List<StateHistory.Version> versions = new ArrayList<>();
        peer.history(PeerKeys.of(key))
                .forEach(past -> versions.add(new StateHistory.Version(past.carrier(), Texts.state(past.value()))));
        Collections.reverse(versions);
        return new StateHistory(versions);
    }

    static Carried find(Peer peer) {
        TransactionId id = Arguments.of(peer, 1, "the id of a transaction").as(0, TransactionId::of);
        return new Carried(
                peer.read(PeerKeys.transaction(id)).map(text -> CanonicalJson.read(Texts.of(text), Carried.By.class)));
    }
}
