package io.smartblocks.portal.editor;

import io.smartblocks.portal.account.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Runs the scenarios of a text that is still being written, for those who have no script. */
@Controller
class ScenarioController {

    private final EditorController editor;
    private final EditorLimits limits;

    ScenarioController(EditorController editor, EditorLimits limits) {
        this.editor = editor;
        this.limits = limits;
    }

    @PostMapping(path = "/editor", params = "do=scenarios")
    String run(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String base,
            Model model) {
        String plain = EditorController.plain(text);
        model.addAttribute("told", limits.answer(user.account().login(), plain, () -> Told.of(plain)));
        return editor.check(user, text, base, model);
    }
}
