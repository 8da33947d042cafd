package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.peer.Adoption;
import io.smartblocks.ledger.peer.Carried;
import io.smartblocks.ledger.peer.Found;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.peer.PeerLimits;
import io.smartblocks.ledger.peer.StateHistory;
import io.smartblocks.ledger.peer.StatePage;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.GatewayException;

/** Asks the chaincode at a peer that holds all that was seen before. */
final class Reading {

    // the least and the last of what may stand in a key of a state
    private static final String FIRST = "!";
    private static final String BEHIND_LAST = "~";
    private static final String LEAST = " ";
    private static final String BEHIND_CONTROLS = "\u00a0";

    private final Peers peers;
    private final Chain chain;

    Reading(Peers peers, Chain chain) {
        this.peers = peers;
        this.chain = chain;
    }

    Found state(StateKey key) {
        return asked(Found.class, Functions.STATE, key.value());
    }

    StateHistory history(StateKey key) {
        return asked(StateHistory.class, Functions.HISTORY, key.value());
    }

    Adoption adoption() {
        return asked(Adoption.class, Functions.ADOPTION);
    }

    Carried find(TransactionId id) {
        return asked(Carried.class, Functions.FIND, id.toString());
    }

    List<StatePage.Entry> startingWith(String prefix) {
        String to = prefix.isEmpty() ? BEHIND_LAST : PeerKeys.behind(prefix);
        return range(Functions.STATES, prefix, to, Integer.MAX_VALUE);
    }

    List<StatePage.Entry> standing(String from, String to, int atMost) {
        return range(Functions.STANDING, from, to, atMost);
    }

    private List<StatePage.Entry> range(String function, String from, String to, int atMost) {
        List<StatePage.Entry> found = new ArrayList<>();
        String next = from.isEmpty() ? FIRST : bound(from);
        String end = to.compareTo(BEHIND_LAST) < 0 ? bound(to) : BEHIND_LAST;
        while (found.size() < atMost && next.compareTo(end) < 0) {
            int some = Math.min(atMost - found.size(), PeerLimits.MOST_LISTED);
            List<StatePage.Entry> page = asked(StatePage.class, function, next, end, Integer.toString(some))
                    .entries();
            found.addAll(page);
            if (page.size() < some) {
                break;
            }
            next = page.get(page.size() - 1).key().value() + LEAST;
        }
        return found;
    }

    /** The least text that no key stands before and that peers take: no key holds controls, and they take none. */
    private static String bound(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return text.substring(0, i) + (text.charAt(i) < ' ' ? LEAST : BEHIND_CONTROLS);
            }
        }
        return text;
    }

    private <T> T asked(Class<T> type, String function, String... arguments) {
        try {
            return Messages.read(
                    type,
                    peers.ask(chain.seenHeight(), peer -> peer.contract().evaluateTransaction(function, arguments)));
        } catch (GatewayException failed) {
            throw LedgerUnavailable.nothingTaken(
                    Stage.PROPOSED, "the ledger cannot be read: " + Failures.text(failed), failed);
        }
    }
}
