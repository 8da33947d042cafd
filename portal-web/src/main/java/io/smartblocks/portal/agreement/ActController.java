package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Ask;
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

/** What a party does with an agreement besides signing it: taking it back, suspending it, ending it. */
@Controller
class ActController {

    private final Access access;
    private final LifeActions actions;
    private final Asking asking;
    private final Words say;

    ActController(Access access, LifeActions actions, Asking asking, Words say) {
        this.access = access;
        this.actions = actions;
        this.asking = asking;
        this.say = say;
    }

    @GetMapping("/agreements/{id}/act/{key}")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @PathVariable String key,
            @RequestParam String version) {
        AgreementRecord agreement = agreement(user.account(), id, version);
        LifeAction action = action(key);
        return actions.ask(user.account(), agreement, action, new Typed(Map.of(), say))
                .page(actions.impossible(user.account(), agreement, action));
    }

    @PostMapping("/agreements/{id}/act/{key}")
    ModelAndView act(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @PathVariable String key,
            @RequestParam String version,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        AgreementRecord agreement = agreement(user.account(), id, version);
        LifeAction action = action(key);
        Typed typed = new Typed(sent, say);
        Optional<LifeAction.Told> told = actions.told(action, typed);
        Ask ask = actions.ask(user.account(), agreement, action, typed);
        return asking.answer(
                user.account(),
                ask,
                typed,
                told.map(known -> List.of(action.of(agreement.state(), known))),
                transaction -> {
                    next.addFlashAttribute("done", action.key());
                    next.addFlashAttribute("doneTransaction", transaction);
                });
    }

    private static LifeAction action(String key) {
        return LifeAction.named(key).orElseThrow(() -> new NotFound("action " + key));
    }

    private AgreementRecord agreement(Account reader, AgreementId id, String version) {
        return access.versions(reader, id).stream()
                .filter(known -> known.proposal().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement " + id + ' ' + version));
    }
}
