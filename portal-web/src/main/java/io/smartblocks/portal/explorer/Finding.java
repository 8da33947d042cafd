package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.Found;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds whatever an id, a hash, a number or a name stands for, of what a reader may see. */
@Component
public class Finding {

    /**
     * One thing that was found.
     *
     * @param kind what it is, such as {@code agreement}
     * @param id names it among those of its kind
     * @param words what people call it
     * @param link its page
     */
    public record Hit(String icon, String kind, String id, String words, String link) {}

    private static final int STATES = 10;

    private final Ledger ledger;
    private final ReadModel read;
    private final Access access;
    private final PayloadAccess payloads;
    private final VisibleStates states;
    private final Words say;

    Finding(Ledger ledger, ReadModel read, Access access, PayloadAccess payloads, VisibleStates states, Words say) {
        this.ledger = ledger;
        this.read = read;
        this.access = access;
        this.payloads = payloads;
        this.states = states;
        this.say = say;
    }

    /** All that is found, the ledger's own things first; nothing for a question without words. */
    public List<Hit> hits(Account reader, String question) {
        String asked = question.strip();
        if (asked.isEmpty()) {
            return List.of();
        }
        Stream<Hit> known = read.search(asked).stream()
                .filter(found -> maySee(reader, found))
                .map(this::hit);
        return Stream.concat(known, states(reader, asked)).distinct().toList();
    }

    /** The state of this key and those whose keys begin like it; and the text of this hash. */
    private Stream<Hit> states(Account reader, String asked) {
        List<StandingState> found = new ArrayList<>();
        int stroke = asked.indexOf('/');
        if (StateKinds.isKind(stroke < 0 ? asked : asked.substring(0, stroke))) {
            found.addAll(ledger.standing(asked, asked + Character.MAX_VALUE, STATES));
        } else if (asked.matches("[0-9a-fA-F]{64}")) {
            String key =
                    StateKey.document(new Hash(asked.toLowerCase(Locale.ROOT))).value();
            found.addAll(ledger.standing(key, key + '/', 1));
        }
        Predicate<StateKey> visible =
                states.ofThose(reader, found.stream().map(StandingState::key).toList());
        return found.stream()
                .map(StandingState::key)
                .filter(visible)
                .map(key ->
                        new Hit(StateKinds.icon(key.kind()), "state", key.value(), key.value(), StateAddress.of(key)));
    }

    private boolean maySee(Account reader, Found found) {
        if (found instanceof Found.OfAgreement agreement) {
            return access.maySee(reader, agreement.id());
        }
        if (found instanceof Found.OfTransaction transaction) {
            return read.chain()
                    .transaction(transaction.id())
                    .filter(detail -> payloads.mayRead(reader, detail.payload()))
                    .isPresent();
        }
        if (found instanceof Found.OfMeter meter) {
            return access.meter(reader, meter.id().value()).isPresent();
        }
        return true;
    }

    private Hit hit(Found found) {
        if (found instanceof Found.OfBlock block) {
            return new Hit(
                    "block", "block", "" + block.number(), say.number(block.number()), "/blocks/" + block.number());
        }
        if (found instanceof Found.OfTransaction transaction) {
            String id = transaction.id().toString();
            return new Hit("state", "transaction", id, say.hash(id), "/transactions/" + id);
        }
        if (found instanceof Found.OfAgreement agreement) {
            String id = agreement.id().value();
            return new Hit("agreement", "agreement", id, agreement.title(), "/agreements/" + id);
        }
        if (found instanceof Found.OfMeter meter) {
            String id = meter.id().value();
            return new Hit("meter", "meter", id, meter.label() + ", " + id, "/meters/" + id);
        }
        Found.OfMember member = (Found.OfMember) found;
        return new Hit("user", "member", member.id().value(), member.name(), "/parties/" + member.id());
    }
}
