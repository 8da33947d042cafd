package io.smartblocks.portal.admin;

import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.OwnSession;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Applications;
import io.smartblocks.portal.member.MemberKeys;
import io.smartblocks.portal.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a person chooses another password, which then also locks its key on this machine. */
@Controller
class OwnPasswordController {

    private static final int SHORTEST = 12;
    /** More than these bcrypt does not look at. */
    private static final int LONGEST_BYTES = 72;

    private final Accounts accounts;
    private final Administering administering;
    private final MemberKeys keys;
    private final Applications applications;
    private final Acting acting;
    private final OwnSession session;
    private final Words say;

    OwnPasswordController(
            Accounts accounts,
            Administering administering,
            MemberKeys keys,
            Applications applications,
            Acting acting,
            OwnSession session,
            Words say) {
        this.session = session;
        this.applications = applications;
        this.accounts = accounts;
        this.administering = administering;
        this.keys = keys;
        this.acting = acting;
        this.say = say;
    }

    @GetMapping("/account/password")
    ModelAndView ask(@AuthenticationPrincipal SignedIn user) {
        return page(user.account(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/account/password")
    ModelAndView choose(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String fresh,
            RedirectAttributes next) {
        Account reader = user.account();
        List<Problem> problems = new ArrayList<>();
        acting.unconfirmed(reader, password).ifPresent(message -> problems.add(new Problem("password", message)));
        wrong(reader, password, fresh).ifPresent(message -> problems.add(new Problem("fresh", message)));
        if (!problems.isEmpty()) {
            return page(reader, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean opened = relocked(reader, password, fresh);
        try {
            administering.choose(reader, fresh);
        } catch (RuntimeException failed) {
            if (opened) {
                relocked(reader, fresh, password);
            }
            throw failed;
        }
        session.goesOn(user);
        next.addFlashAttribute("passwordDone", opened ? "password.done" : "password.done.key");
        return new ModelAndView("redirect:/account");
    }

    /** Whether the key, if there is one here, opens with the new password from now on. */
    private boolean relocked(Account reader, String from, String to) {
        Optional<MemberId> member = reader.member()
                .map(MemberId::new)
                .or(() -> applications.of(reader).map(Applications.Application::member))
                .filter(keys::has);
        if (member.isEmpty()) {
            return true;
        }
        try {
            keys.relock(member.get(), from, to);
            return true;
        } catch (KeyFileProblem locked) {
            return false;
        }
    }

    private Optional<String> wrong(Account reader, String password, String fresh) {
        if (fresh.length() < SHORTEST || fresh.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of(say.message("password.length", SHORTEST, LONGEST_BYTES));
        }
        if (fresh.equals(password)) {
            return Optional.of(say.message("password.same"));
        }
        return fresh.toLowerCase(Locale.ROOT).contains(reader.login())
                ? Optional.of(say.message("password.login"))
                : Optional.empty();
    }

    private ModelAndView page(Account reader, List<Problem> problems, HttpStatus status) {
        ModelAndView page = new ModelAndView("admin/password", status);
        page.addObject("problems", problems);
        page.addObject(
                "given",
                accounts.standing(reader.login())
                        .filter(Accounts.Standing::passwordGiven)
                        .isPresent());
        problems.forEach(problem -> page.addObject(problem.field() + "Problem", problem.message()));
        return page;
    }
}
