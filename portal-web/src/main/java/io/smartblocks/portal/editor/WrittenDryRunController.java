package io.smartblocks.portal.editor;

import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.agreement.Drafting;
import io.smartblocks.portal.settlement.DryRunPage;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a text would come to that is still being written. */
@Controller
class WrittenDryRunController {

    private final EditorController editor;
    private final EditorLimits limits;
    private final DryRunPage page;
    private final Words say;

    WrittenDryRunController(EditorController editor, EditorLimits limits, DryRunPage page, Words say) {
        this.editor = editor;
        this.limits = limits;
        this.page = page;
        this.say = say;
    }

    @PostMapping(path = "/editor", params = "do=dry-run")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String base) {
        return page(user, text, base, Map.of());
    }

    @PostMapping("/editor/dry-run")
    ModelAndView run(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String base,
            @RequestParam Map<String, String> asked) {
        return page(user, text, base, asked);
    }

    private ModelAndView page(SignedIn user, String text, String base, Map<String, String> asked) {
        String plain = EditorController.plain(text);
        Drafting drafting =
                limits.answer(user.account().login(), plain, () -> Drafting.of(say.message("editor.text"), plain));
        if (drafting instanceof Drafting.Faulty faulty) {
            return editor.refused(user, plain, base, faulty.faults());
        }
        Drafting.Draft draft = (Drafting.Draft) drafting;
        DryRunPage.Place place = new DryRunPage.Place(
                "agreements",
                List.of(
                        new Step(say.message("menu.agreements"), "/agreements"),
                        new Step(say.message(EditorController.heading(plain, base)), "/editor")),
                "/editor/dry-run",
                "/editor",
                "check",
                say.message("dry.back.text"),
                Map.of("text", draft.text(), "base", base));
        return limits.answer(
                user.account().login(),
                plain,
                () -> page.page(user.account(), DryRunPage.draft(draft.text(), draft.agreement()), place, asked));
    }
}
