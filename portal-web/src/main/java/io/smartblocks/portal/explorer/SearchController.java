package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.Found;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Finds whatever an id, a hash or a number stands for; a single hit opens at once. */
@Controller
class SearchController {

    /** One thing that was found. */
    record Hit(String icon, String kind, String words, String link) {}

    private static final int STATES = 10;

    private final Ledger ledger;
    private final ReadModel read;
    private final Access access;
    private final PayloadAccess payloads;
    private final VisibleStates states;
    private final Words say;

    SearchController(
            Ledger ledger, ReadModel read, Access access, PayloadAccess payloads, VisibleStates states, Words say) {
        this.ledger = ledger;
        this.read = read;
        this.access = access;
        this.payloads = payloads;
        this.states = states;
        this.say = say;
    }

    @GetMapping("/search")
    Object search(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String q, Model model) {
        String asked = q.strip();
        List<Hit> hits = asked.isEmpty() ? List.of() : hits(user.account(), asked);
        if (hits.size() == 1) {
            return new RedirectView(hits.get(0).link(), true, true, false);
        }
        model.addAttribute("asked", asked);
        model.addAttribute("hits", hits);
        model.addAttribute("newest", read.height() - 1);
        return "explorer/search";
    }

    private List<Hit> hits(Account reader, String asked) {
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
                .map(key -> hit(StateKinds.icon(key.kind()), "state", key.value(), StateAddress.of(key)));
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
            return access.meters(reader).stream()
                    .anyMatch(known -> known.meter().equals(meter.id()));
        }
        return true;
    }

    private Hit hit(Found found) {
        if (found instanceof Found.OfBlock block) {
            return hit("block", "block", say.number(block.number()), "/blocks/" + block.number());
        }
        if (found instanceof Found.OfTransaction transaction) {
            String id = transaction.id().toString();
            return hit("state", "transaction", say.hash(id), "/transactions/" + id);
        }
        if (found instanceof Found.OfAgreement agreement) {
            return hit("agreement", "agreement", agreement.title(), "/agreements/" + agreement.id());
        }
        if (found instanceof Found.OfMeter meter) {
            return hit("meter", "meter", meter.label() + ", " + meter.id(), "/meters/" + meter.id());
        }
        Found.OfMember member = (Found.OfMember) found;
        return hit("user", "member", member.name(), "/parties/" + member.id());
    }

    private Hit hit(String icon, String kind, String words, String link) {
        return new Hit(icon, say.message("found." + kind), words, link);
    }
}
