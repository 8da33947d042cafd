package io.smartblocks.portal.api.key;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Confirmation;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which people make keys for their programs, see when each was used, and revoke them. */
@Controller
class KeyController {

    private static final String BACK = "redirect:/account/keys";

    /** A key as the page shows it. */
    record Row(
            long id,
            String name,
            String hint,
            String scopes,
            String made,
            String lastDay,
            String lastUsed,
            String state,
            boolean open) {}

    /** One scope to tick. */
    record Choice(String code, boolean chosen) {}

    private final ApiKeys keys;
    private final Confirmation confirmation;
    private final Words say;
    private final Clock clock;

    KeyController(ApiKeys keys, Confirmation confirmation, Words say, Clock clock) {
        this.keys = keys;
        this.confirmation = confirmation;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/account/keys")
    ModelAndView list(@AuthenticationPrincipal SignedIn user) {
        return page(user.account(), KeyForm.empty(say.today()), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/account/keys")
    ModelAndView make(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes next) {
        KeyForm form = KeyForm.typed(name, scopes, lastDay);
        Map<String, String> problems = new LinkedHashMap<>();
        form.problems(user.account().role(), say.today())
                .forEach((field, key) -> problems.put(field, say.message(key, say.day(KeyForm.latest(say.today())))));
        if (confirmation.of(user.account(), password) instanceof Confirmation.Answer.Refused refused) {
            problems.put("password", say.message(refused.key(), refused.seconds()));
        }
        if (!problems.isEmpty()) {
            return page(user.account(), form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Secret secret = keys.make(user.account(), form.name(), new TreeSet<>(form.scopes()), form.expires(say.zone()));
        next.addFlashAttribute("secret", secret.text());
        next.addFlashAttribute("made", form.name());
        return new ModelAndView(BACK);
    }

    @PostMapping("/account/keys/{id}/revoke")
    String revoke(@AuthenticationPrincipal SignedIn user, @PathVariable long id, RedirectAttributes next) {
        if (!keys.revoke(user.account(), id)) {
            throw new NotFound("key " + id);
        }
        next.addFlashAttribute("revoked", true);
        return BACK;
    }

    private ModelAndView page(Account owner, KeyForm form, Map<String, String> problems, HttpStatus status) {
        ModelAndView page = new ModelAndView("api/keys", status);
        page.addObject("trail", List.of(new Step(say.message("account.heading"), "/account")));
        page.addObject("form", form);
        page.addObject("problems", problems);
        page.addObject(
                "choices",
                Scope.of(owner.role()).stream()
                        .map(scope -> new Choice(scope.code(), form.scopes().contains(scope)))
                        .toList());
        page.addObject("today", say.today());
        page.addObject("latest", KeyForm.latest(say.today()));
        Instant now = clock.instant();
        page.addObject("rows", keys.of(owner).stream().map(key -> row(key, now)).toList());
        return page;
    }

    private Row row(ApiKey key, Instant now) {
        return new Row(
                key.id(),
                key.name(),
                key.hint(),
                Arrays.stream(Scope.values())
                        .filter(key.scopes()::contains)
                        .map(Scope::code)
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(""),
                say.shortDay(say.dayOf(key.made())),
                say.shortDay(lastDay(key)),
                key.lastUsed().map(say::moment).orElse(say.message("keys.unused")),
                state(key, now),
                key.opensAt(now));
    }

    private LocalDate lastDay(ApiKey key) {
        return say.dayOf(key.expires().minusSeconds(1));
    }

    private String state(ApiKey key, Instant now) {
        if (key.revoked().isPresent()) {
            return "revoked";
        }
        return key.opensAt(now) ? "open" : "ended";
    }
}
