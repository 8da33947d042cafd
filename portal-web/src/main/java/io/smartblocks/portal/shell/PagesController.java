package io.smartblocks.portal.shell;

import io.smartblocks.portal.account.SignedIn;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages about the portal itself: help, the reader's account, the menu on a phone. */
@Controller
class PagesController {

    @GetMapping("/help")
    String help() {
        return "shell/help";
    }

    @GetMapping("/more")
    String more() {
        return "shell/more";
    }

    @GetMapping("/account")
    String account(@AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("account", user.account());
        model.addAttribute("organisation", orNone(user.account().organisation()));
        model.addAttribute("member", orNone(user.account().member()));
        return "shell/account";
    }

    private static String orNone(Optional<String> value) {
        return value.orElse("");
    }
}
