package io.smartblocks.portal.editor;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.agreement.Drafting;
import io.smartblocks.portal.agreement.Drafting.Draft;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Asking;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.words.Deed;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.ProposalOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a written text before its parties: first the page that asks for them, then the proposal itself. */
@Controller
class ProposeController {

    private final EditorController editor;
    private final EditorLimits limits;
    private final TextProposal proposal;
    private final Acting acting;
    private final Asking asking;
    private final Words say;

    ProposeController(
            EditorController editor,
            EditorLimits limits,
            TextProposal proposal,
            Acting acting,
            Asking asking,
            Words say) {
        this.acting = acting;
        this.editor = editor;
        this.limits = limits;
        this.proposal = proposal;
        this.asking = asking;
        this.say = say;
    }

    @PostMapping(path = "/editor", params = "do=propose")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String base) {
        Drafting drafting = drafted(user, text);
        if (drafting instanceof Drafting.Faulty faulty) {
            return editor.refused(user, text, base, faulty.faults());
        }
        Optional<String> impossible = acting.hindranceToPropose(user.account());
        Draft draft = (Draft) drafting;
        Ask ask = proposal.ask(user.account(), draft, new Typed(Map.of(), say));
        Optional<String> overtaken = base.isEmpty() ? Optional.empty() : proposal.overtaken(draft, base);
        return shown(
                user,
                draft,
                overtaken
                        .filter(any -> impossible.isEmpty())
                        .map(why -> ask.again(
                                List.of(new Problem("ask", why)),
                                UUID.randomUUID().toString()))
                        .orElseGet(() -> ask.page(impossible)));
    }

    @PostMapping("/editor/propose")
    ModelAndView propose(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String base,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Drafting drafting = drafted(user, text);
        if (drafting instanceof Drafting.Faulty faulty) {
            return editor.refused(user, text, base, faulty.faults());
        }
        Draft draft = (Draft) drafting;
        Typed typed = new Typed(sent, say);
        proposal.overtaken(draft, base).ifPresent(why -> typed.refuse("ask", why));
        Ask ask = proposal.ask(user.account(), draft, typed);
        return shown(
                user,
                draft,
                asking.answer(
                        user.account(),
                        ask,
                        typed,
                        proposal.parties(draft, typed)
                                .map(parties -> List.of(
                                        ProposalOf.text(proposal.id(draft), draft.text(), draft.agreement(), parties))),
                        transaction -> {
                            next.addFlashAttribute("done", "proposed");
                            next.addFlashAttribute("doneTransaction", transaction);
                        }));
    }

    private Drafting drafted(SignedIn user, String text) {
        String plain = EditorController.plain(text);
        return limits.answer(user.account().login(), plain, () -> Drafting.of(say.message("editor.text"), plain));
    }

    private ModelAndView shown(SignedIn user, Draft draft, ModelAndView page) {
        if (page.hasView() && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            page.addObject("deed", Deed.of(draft.text()));
            page.addObject("notes", Map.of());
            page.addObject("textHash", Hash.of(draft.text()).value());
            proposal.compared(user.account(), draft).ifPresent(compared -> {
                page.addObject("differenceFrom", compared.version());
                page.addObject("differences", compared.parts());
            });
        }
        return page;
    }
}
