package io.smartblocks.portal.account;

import io.smartblocks.portal.account.OpenLogins.OpenLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.savedrequest.SavedRequest;
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
    private final ObjectProvider<SingleSignOn> singleSignOn;

    LoginController(ObjectProvider<OpenLogins> logins, ObjectProvider<SingleSignOn> singleSignOn) {
        this.logins = logins;
        this.singleSignOn = singleSignOn;
    }

    /** What the organisations' own sign-on is called; empty where there is none. */
    @ModelAttribute("signOn")
    String signOn() {
        return singleSignOn.stream().map(SingleSignOn::name).findFirst().orElse("");
    }

    /** Whom the page lets in openly. */
    @ModelAttribute("logins")
    List<OpenLogin> logins() {
        return logins.stream().flatMap(open -> open.all().stream()).toList();
    }

    /** Where the reader wanted to go; empty where it is nothing but to sign in. */
    @ModelAttribute("wanted")
    String wanted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(LostForm.SAVED) instanceof SavedRequest saved
                        && LostForm.isAddress(saved.getRedirectUrl())
                ? LostForm.local(saved.getRedirectUrl())
                : "";
    }

    @GetMapping("/login")
    String login(
            @RequestParam(defaultValue = "false") boolean failed,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "false") boolean lost,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "") String sso,
            HttpSession session,
            Model model) {
        model.addAttribute("failed", failed);
        model.addAttribute("ended", ended);
        model.addAttribute("lost", lost);
        model.addAttribute("late", late);
        if (late) {
            model.addAttribute("name", session.getAttribute(LostForm.NAME));
            session.removeAttribute(LostForm.NAME);
        }
        model.addAttribute(
                "signOnProblem",
                Arrays.stream(SignOnProblem.values())
                        .filter(problem -> problem.code().equals(sso))
                        .map(problem -> "login.sso." + problem.code())
                        .findFirst()
                        .orElse(""));
        return "account/login";
    }

    /** Goes to the organisations' own sign-on, as long as it answers. */
    @GetMapping(SingleSignOn.BEGIN)
    String signOnBegins() {
        SingleSignOn signOn = singleSignOn.getIfAvailable();
        if (signOn == null) {
            return "redirect:/login";
        }
        return signOn.answers()
                ? "redirect:" + SingleSignOn.AUTHORIZATION
                : "redirect:/login?sso=" + SignOnProblem.AWAY.code();
    }

    @PostMapping("/login/slow")
    String slow(@RequestAttribute(WAIT) long wait, Model model) {
        model.addAttribute("wait", wait);
        return "account/login";
    }

    /** Tells a reader who has signed in again meanwhile that the form is to be sent once more. */
    @PostMapping("/login/lost")
    String lost(@RequestAttribute(LostForm.BACK) String back, Model model) {
        model.addAttribute("back", back);
        return "account/lost";
    }
}
