package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.agreement.StatingAsks.Question;
import io.smartblocks.portal.form.Asking;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Facts and adjustments: stating them, confirming those of another party, taking back one's own. */
@Controller
class StatedFactController {

    private final Access access;
    private final StatingAsks asks;
    private final Asking asking;
    private final Words say;

    StatedFactController(Access access, StatingAsks asks, Asking asking, Words say) {
        this.access = access;
        this.asks = asks;
        this.asking = asking;
        this.say = say;
    }

    @GetMapping("/agreements/{id}/statements/{what}")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @PathVariable String what,
            @RequestParam Map<String, String> asked) {
        return question(user.account(), id, what, new Typed(asked, say)).ask().page(Optional.empty());
    }

    @PostMapping("/agreements/{id}/statements/{what}")
    ModelAndView answer(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Typed typed = new Typed(sent, say);
        Question question = question(user.account(), id, what, typed);
        return asking.answer(
                user.account(), question.ask(), typed, question.answer().map(List::of), transaction -> {
                    next.addFlashAttribute("done", what);
                    next.addFlashAttribute("doneTransaction", transaction);
                });
    }

    private Question question(Account reader, AgreementId id, String what, Typed typed) {
        List<AgreementRecord> versions = access.versions(reader, id);
        if (versions.isEmpty()) {
            throw new NotFound("agreement " + id);
        }
        return asks.question(what, versions, typed);
    }
}
