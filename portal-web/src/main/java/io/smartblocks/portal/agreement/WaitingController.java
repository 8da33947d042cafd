package io.smartblocks.portal.agreement;

import io.smartblocks.portal.account.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the reader. */
@Controller
class WaitingController {

    private final WaitingThings waiting;

    WaitingController(WaitingThings waiting) {
        this.waiting = waiting;
    }

    @GetMapping("/waiting")
    String waiting(@AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("rows", waiting.of(user.account()));
        model.addAttribute("coSigning", waiting.coSigning(user.account()));
        return "agreement/waiting";
    }
}
