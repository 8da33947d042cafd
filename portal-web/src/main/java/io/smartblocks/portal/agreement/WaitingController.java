package io.smartblocks.portal.agreement;

import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.shell.Link;
import io.smartblocks.portal.shell.Part;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for the reader. */
@Controller
class WaitingController {

    private static final int SHOWN = 30;

    private final WaitingThings waiting;

    WaitingController(WaitingThings waiting) {
        this.waiting = waiting;
    }

    @GetMapping("/waiting")
    String waiting(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String after, Model model) {
        Part<WaitingThings.Placed> part = waiting.part(user.account(), after, SHOWN);
        model.addAttribute(
                "rows",
                part.rows().stream().flatMap(placed -> placed.things().stream()).toList());
        model.addAttribute("first", after.isEmpty() ? "" : "/waiting");
        model.addAttribute(
                "next",
                part.next(
                        last -> Link.to("/waiting").with("after", last.place()).toString()));
        model.addAttribute("coSigning", after.isEmpty() ? waiting.coSigning(user.account()) : List.of());
        return "agreement/waiting";
    }
}
