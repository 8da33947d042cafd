package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.readmodel.Found;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.words.Words;
import java.util.List;
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

    private final ReadModel read;
    private final Access access;
    private final Words say;

    SearchController(ReadModel read, Access access, Words say) {
        this.read = read;
        this.access = access;
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
        return read.search(asked).stream()
                .filter(found -> maySee(reader, found))
                .map(this::hit)
                .distinct()
                .toList();
    }

    private boolean maySee(Account reader, Found found) {
        if (found instanceof Found.OfAgreement agreement) {
            return access.maySee(reader, agreement.id());
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
