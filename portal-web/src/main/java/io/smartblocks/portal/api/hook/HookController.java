package io.smartblocks.portal.api.hook;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Confirmation;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.api.hook.post.Target;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which people say where they want to be told of what, stop that, and let it go on. */
@Controller
class HookController {

    private static final String BACK = "redirect:/account/webhooks";

    /** A webhook as the page shows it. */
    record Row(long id, String name, String url, String kinds, String made, boolean on, String why, String owner) {}

    /** One kind to tick. */
    record Choice(String code, String key, boolean chosen) {}

    private final Hooks hooks;
    private final Target target;
    private final Confirmation confirmation;
    private final ReadModel read;
    private final Words say;

    HookController(Hooks hooks, Target target, Confirmation confirmation, ReadModel read, Words say) {
        this.hooks = hooks;
        this.target = target;
        this.confirmation = confirmation;
        this.read = read;
        this.say = say;
    }

    @GetMapping("/account/webhooks")
    ModelAndView list(@AuthenticationPrincipal SignedIn user) {
        return page(user.account(), new HookForm("", "", Set.of(), true), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/account/webhooks")
    ModelAndView make(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<String> kinds,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes next) {
        HookForm form = HookForm.typed(name, url, kinds);
        Map<String, String> problems = new LinkedHashMap<>();
        form.problems(target).forEach((field, key) -> problems.put(field, say.message(key, ports())));
        if (hooks.of(user.account()).size() >= Hooks.MOST) {
            problems.put("name", say.message("hooks.many", Hooks.MOST));
        }
        if (confirmation.of(user.account(), password) instanceof Confirmation.Answer.Refused refused) {
            problems.put("password", say.message(refused.key(), refused.seconds()));
        }
        if (!problems.isEmpty()) {
            return page(user.account(), form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Hooks.Made made = hooks.make(user.account(), form.name(), form.url(), form.kinds(), read.height());
        next.addFlashAttribute("secret", made.secret());
        next.addFlashAttribute("made", form.name());
        return new ModelAndView(BACK);
    }

    @PostMapping(path = "/account/webhooks/{id}", params = "do=stop")
    String stop(@AuthenticationPrincipal SignedIn user, @PathVariable long id, RedirectAttributes next) {
        hooks.stop(find(user, id), user.account());
        next.addFlashAttribute("done", "hooks.stopped.done");
        return BACK;
    }

    @PostMapping(path = "/account/webhooks/{id}", params = "do=go-on")
    String goOn(@AuthenticationPrincipal SignedIn user, @PathVariable long id, RedirectAttributes next) {
        hooks.goOn(find(user, id), user.account(), read.height());
        next.addFlashAttribute("done", "hooks.goon.done");
        return BACK;
    }

    @PostMapping(path = "/account/webhooks/{id}", params = "do=remove")
    String remove(@AuthenticationPrincipal SignedIn user, @PathVariable long id, RedirectAttributes next) {
        hooks.remove(find(user, id), user.account());
        next.addFlashAttribute("done", "hooks.removed.done");
        return BACK;
    }

    private Hook find(SignedIn user, long id) {
        return hooks.one(user.account(), id).orElseThrow(() -> new NotFound("webhook " + id));
    }

    private String ports() {
        return target.ports().stream()
                .sorted()
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private ModelAndView page(Account reader, HookForm form, Map<String, String> problems, HttpStatus status) {
        ModelAndView page = new ModelAndView("api/webhooks", status);
        page.addObject("trail", List.of(new Step(say.message("account.heading"), "/account")));
        page.addObject("form", form);
        page.addObject("problems", problems);
        page.addObject("ports", ports());
        page.addObject(
                "choices",
                Arrays.stream(EventKind.values())
                        .map(kind -> new Choice(
                                kind.code(),
                                "hooks.kind." + kind.code(),
                                form.kinds().contains(kind)))
                        .toList());
        page.addObject("rows", hooks.of(reader).stream().map(this::row).toList());
        return page;
    }

    private Row row(Hook hook) {
        return new Row(
                hook.id(),
                hook.name(),
                hook.url(),
                hook.kinds().stream()
                        .map(EventKind::code)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""),
                say.moment(hook.made()),
                hook.isOn(),
                hook.why().map(HookController::whyKey).orElse(""),
                hook.login());
    }

    static String whyKey(StopReason why) {
        return "hooks.why." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
