package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateOverlay;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sees to it that what concerns an agreement needs the peers of all its parties that have some. */
final class Guarding {

    private static final List<String> OF_AN_AGREEMENT =
            List.of("statement", "settlement", "settled", "verification", "dispute", "payment", "hold");

    private final Peer peer;
    private final PeerStates states;
    private final StateOverlay then;
    private final List<StateEntry> writes;
    private final TreeMap<String, SortedSet<MemberId>> parties = new TreeMap<>();
    private final TreeMap<MemberId, Optional<String>> msps = new TreeMap<>();

    Guarding(Peer peer, PeerStates states, List<StateEntry> writes) {
        this.peer = peer;
        this.states = states;
        this.writes = writes;
        this.then = new StateOverlay(states);
        then.write(writes);
    }

    void guard() {
        for (StateEntry write : writes) {
            if (write.state() instanceof AgreementState version) {
                guard(write.key(), partiesOf(version));
            } else if (OF_AN_AGREEMENT.contains(write.key().kind())) {
                guard(write.key(), parties.computeIfAbsent(agreementOf(write.key()), this::partiesOf));
            }
        }
    }

    private void guard(StateKey key, SortedSet<MemberId> parties) {
        SortedSet<String> needed = new TreeSet<>();
        for (MemberId party : parties) {
            msps.computeIfAbsent(party, organisation -> Bindings.mspOf(organisation, peer))
                    .ifPresent(needed::add);
        }
        String place = PeerKeys.of(key);
        // one alone would be less than the chaincode's policy asks for, not more
        if (needed.size() > 1
                && (states.isKnownAbsent(key) || !peer.endorsers(place).equals(needed))) {
            peer.needEndorsers(place, needed);
        }
    }

    private static String agreementOf(StateKey key) {
        int begin = key.value().indexOf('/') + 1;
        return key.value().substring(begin, key.value().indexOf('/', begin));
    }

    // the versions that came into force all have the same parties
    private SortedSet<MemberId> partiesOf(String agreement) {
        SortedSet<MemberId> found = new TreeSet<>();
        for (StateEntry version : then.states("agreement/" + agreement + "/")) {
            if (version.state() instanceof AgreementState.Governing governing) {
                found.addAll(partiesOf(governing));
            }
        }
        return found;
    }

    private static SortedSet<MemberId> partiesOf(AgreementState version) {
        return new TreeSet<>(version.proposal().parties().values());
    }
}
