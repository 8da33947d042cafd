package io.smartblocks.portal.admin;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Accounts.Standing;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of people: who may sign in, as what, and what an administrator does about it. */
@Controller
class UserController {

    private static final String BACK = "redirect:/admin/users";

    private final Accounts accounts;
    private final Administering administering;
    private final UserAsks asks;
    private final Acting acting;
    private final ReadModel read;
    private final Words say;

    UserController(
            Accounts accounts, Administering administering, UserAsks asks, Acting acting, ReadModel read, Words say) {
        this.accounts = accounts;
        this.administering = administering;
        this.asks = asks;
        this.acting = acting;
        this.read = read;
        this.say = say;
    }

    @GetMapping("/admin/users")
    String users(Model model) {
        model.addAttribute("trail", List.of(asks.start()));
        model.addAttribute("rows", accounts.all().stream().map(asks::row).toList());
        return "admin/users";
    }

    @GetMapping("/admin/users/new")
    ModelAndView askNew() {
        return asks.opening(new Typed(Map.of(), say)).page(Optional.empty());
    }

    @PostMapping("/admin/users/new")
    ModelAndView open(
            @AuthenticationPrincipal SignedIn user, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Typed typed = new Typed(sent, say);
        Optional<Account> fresh = account(typed);
        Optional<String> reason = typed.needed("reason", say.message("member.reason"));
        List<Problem> problems = problems(user, typed);
        if (!problems.isEmpty() || fresh.isEmpty() || reason.isEmpty()) {
            return asks.opening(typed).again(problems, typed.raw(Ask.ONCE));
        }
        String secret = administering.open(user.account(), fresh.get(), reason.get());
        return shown(next, "opened", fresh.get().login(), Optional.of(secret));
    }

    @GetMapping("/admin/users/{login}/act/{key}")
    ModelAndView ask(@AuthenticationPrincipal SignedIn user, @PathVariable String login, @PathVariable String key) {
        Standing standing = standing(login);
        AccountAct act = act(key);
        return asks.about(standing, act, new Typed(Map.of(), say)).page(asks.impossible(user.account(), standing, act));
    }

    @PostMapping("/admin/users/{login}/act/{key}")
    ModelAndView act(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String login,
            @PathVariable String key,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Standing standing = standing(login);
        AccountAct act = act(key);
        Typed typed = new Typed(sent, say);
        Optional<String> reason = typed.needed("reason", say.message("member.reason"));
        Optional<Role> role = act == AccountAct.ROLE
                ? role(typed)
                : Optional.of(standing.account().role());
        List<Problem> problems = problems(user, typed);
        asks.impossible(user.account(), standing, act).ifPresent(why -> problems.add(new Problem("ask", why)));
        if (!problems.isEmpty() || reason.isEmpty() || role.isEmpty()) {
            return asks.about(standing, act, typed).again(problems, typed.raw(Ask.ONCE));
        }
        Account administrator = user.account();
        Optional<String> secret = Optional.empty();
        switch (act) {
            case ROLE -> administering.assign(administrator, standing, role.get(), reason.get());
            case LOCK -> administering.lock(administrator, standing, reason.get());
            case UNLOCK -> administering.unlock(administrator, standing, reason.get());
            case PASSWORD -> secret = Optional.of(administering.reset(administrator, standing, reason.get()));
        }
        return shown(next, act.key(), standing.account().login(), secret);
    }

    private static ModelAndView shown(RedirectAttributes next, String done, String login, Optional<String> secret) {
        next.addFlashAttribute("done", done);
        next.addFlashAttribute("doneLogin", login);
        secret.ifPresent(once -> next.addFlashAttribute("secret", once));
        return new ModelAndView(BACK);
    }

    private List<Problem> problems(SignedIn user, Typed typed) {
        List<Problem> problems = new ArrayList<>(typed.problems());
        acting.unconfirmed(user.account(), typed.raw("password"))
                .ifPresent(message -> problems.add(new Problem("password", message)));
        return problems;
    }

    private Optional<Role> role(Typed typed) {
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(typed.raw("role")))
                .findFirst();
        if (role.isEmpty()) {
            typed.refuse("role", say.message("admin.role.wrong"));
        }
        return role;
    }

    private Optional<Account> account(Typed typed) {
        String login = typed.words("login").toLowerCase(Locale.ROOT);
        if (!login.matches("[a-z0-9][a-z0-9._@-]{0,79}")) {
            typed.refuse("login", say.message("admin.login.wrong"));
        } else if (accounts.known(login).isPresent()) {
            typed.refuse("login", say.message("admin.login.taken", login));
        }
        Optional<String> name = typed.needed("name", say.message("account.name"));
        Optional<Role> role = role(typed);
        Optional<String> organisation =
                member(typed, "organisation").map(Member::id).map(MemberId::value);
        Optional<Member> member = member(typed, "member");
        if (member.isPresent()
                && !member.map(known -> known.organisation().value()).equals(organisation)) {
            typed.refuse("member", say.message("admin.member.other"));
        }
        return typed.problems().isEmpty()
                ? Optional.of(new Account(
                        login,
                        name.orElseThrow(),
                        role.orElseThrow(),
                        organisation,
                        member.map(Member::id).map(MemberId::value)))
                : Optional.empty();
    }

    private Optional<Member> member(Typed typed, String field) {
        String written = typed.words(field);
        Optional<Member> found = read.members().members().stream()
                .filter(known -> known.id().value().equals(written))
                .findFirst();
        if (!written.isEmpty() && found.isEmpty()) {
            typed.refuse(field, say.message("admin.member.unknown", written));
        }
        return found;
    }

    private static AccountAct act(String key) {
        return AccountAct.named(key).orElseThrow(() -> new NotFound("action " + key));
    }

    private Standing standing(String login) {
        return accounts.standing(login).orElseThrow(() -> new NotFound("account " + login));
    }
}
