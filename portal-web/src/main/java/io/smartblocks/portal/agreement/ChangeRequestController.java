package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks whoever proposed a text to change it before it is signed; it binds nobody and stands on no ledger. */
@Controller
class ChangeRequestController {

    private final ChangeRequests requests;
    private final Words say;

    ChangeRequestController(ChangeRequests requests, Words say) {
        this.requests = requests;
        this.say = say;
    }

    @GetMapping("/agreements/{id}/change")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user, @PathVariable AgreementId id, @RequestParam String version) {
        AgreementRecord agreement = agreement(user.account(), id, version);
        asker(user.account(), agreement);
        return page(agreement, new Typed(Map.of(), say));
    }

    @PostMapping("/agreements/{id}/change")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @RequestParam String version,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        AgreementRecord agreement = agreement(user.account(), id, version);
        MemberId organisation = asker(user.account(), agreement);
        Typed typed = new Typed(sent, say);
        Optional<String> words = typed.needed("words", say.message("change.words"));
        if (!agreement.proposal().textHash().value().equals(typed.raw("textHash"))) {
            typed.refuse("words", say.message("change.other.text"));
        }
        if (words.isEmpty() || !typed.problems().isEmpty()) {
            return page(agreement, typed);
        }
        requests.ask(user.account(), organisation, agreement.proposal(), words.get());
        next.addFlashAttribute("done", "change");
        return new ModelAndView("redirect:" + LifeActions.page(agreement.proposal()));
    }

    private ModelAndView page(AgreementRecord agreement, Typed typed) {
        Map<String, String> errors = typed.problems().stream()
                .collect(Collectors.toMap(Problem::field, Problem::message, (first, second) -> first));
        ModelAndView page = new ModelAndView(
                "agreement/change", typed.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject(
                "trail",
                List.of(
                        new Step(say.message("menu.agreements"), "/agreements"),
                        new Step(agreement.proposal().title(), LifeActions.page(agreement.proposal()))));
        page.addObject("agreement", Shown.of(agreement, say));
        page.addObject("problems", typed.problems());
        page.addObject(
                "field",
                Field.text("words", say.message("change.words"), say.message("change.words.help"), typed.raw("words"))
                        .with(errors));
        return page;
    }

    private AgreementRecord agreement(Account reader, AgreementId id, String version) {
        return requests.waiting(reader, id, version)
                .orElseThrow(() -> new NotFound("agreement " + id + ' ' + version + " that waits for signatures"));
    }

    /** The organisation that a reader asks for, who must be one of those whom the text would bind. */
    private MemberId asker(Account reader, AgreementRecord agreement) {
        return requests.asker(reader, agreement)
                .orElseThrow(() -> new AccessDeniedException("only parties ask for changes"));
    }
}
