package io.smartblocks.portal.account;

import io.smartblocks.portal.account.OpenLogins.OpenLogin;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. */
@Controller
class LoginController {

    static final String WAIT = "loginWait";

    private final ObjectProvider<OpenLogins> logins;

    LoginController(ObjectProvider<OpenLogins> logins) {
        this.logins = logins;
    }

    /** Whom the page lets in openly. */
    @ModelAttribute("logins")
    List<OpenLogin> logins() {
        return logins.stream().flatMap(open -> open.all().stream()).toList();
    }

    @GetMapping("/login")
    String login(
            @RequestParam(defaultValue = "false") boolean failed,
            @RequestParam(defaultValue = "false") boolean ended,
            Model model) {
        model.addAttribute("failed", failed);
        model.addAttribute("ended", ended);
        return "account/login";
    }

    @PostMapping("/login/slow")
    String slow(@RequestAttribute(WAIT) long wait, Model model) {
        model.addAttribute("wait", wait);
        return "account/login";
    }
}
