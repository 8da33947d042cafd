package io.smartblocks.portal.api.hook;

import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.api.hook.Delivery.State;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that tells what was sent to a webhook, what its receiver answered, and lets one event be sent again. */
@Controller
class DeliveryController {

    private static final int PAGE = 50;

    /** A delivery as the page shows it. */
    record Row(
            long id,
            String event,
            String kind,
            String subject,
            String made,
            String state,
            int tries,
            String answer,
            String last,
            String next,
            boolean mayAgain) {}

    private final Hooks hooks;
    private final Deliveries deliveries;
    private final Words say;

    DeliveryController(Hooks hooks, Deliveries deliveries, Words say) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.say = say;
    }

    @GetMapping("/account/webhooks/{id}")
    String list(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        Hook hook = find(user, id);
        Optional<State> only = Arrays.stream(State.values())
                .filter(each -> written(each).equals(state))
                .findFirst();
        List<Delivery> found = deliveries.of(hook, only, before, PAGE + 1);
        List<Delivery> shown = found.subList(0, Math.min(PAGE, found.size()));
        String filter = only.map(each -> "?state=" + written(each)).orElse("");
        String path = "/account/webhooks/" + id;
        model.addAttribute(
                "trail",
                List.of(
                        new Step(say.message("account.heading"), "/account"),
                        new Step(say.message("hooks.heading"), "/account/webhooks")));
        model.addAttribute("hook", hook);
        model.addAttribute("why", hook.why().map(HookController::whyKey).orElse(""));
        model.addAttribute("state", only.map(DeliveryController::written).orElse(""));
        model.addAttribute(
                "states",
                Arrays.stream(State.values()).map(DeliveryController::written).toList());
        model.addAttribute("path", path);
        model.addAttribute("first", before == Long.MAX_VALUE ? "" : path + filter);
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? path + (filter.isEmpty() ? "?" : filter + "&") + "before="
                                + shown.get(PAGE - 1).id()
                        : "");
        model.addAttribute("rows", shown.stream().map(each -> row(each, hook)).toList());
        return "api/deliveries";
    }

    @PostMapping("/account/webhooks/{id}/deliveries/{delivery}")
    String again(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable long id,
            @PathVariable long delivery,
            RedirectAttributes next) {
        Hook hook = find(user, id);
        Delivery found = deliveries.one(hook, delivery).orElseThrow(() -> new NotFound("delivery " + delivery));
        if (hook.isOn()) {
            deliveries.again(found);
        }
        next.addFlashAttribute("done", hook.isOn() ? "hooks.again.done" : "hooks.again.off");
        return "redirect:/account/webhooks/" + id;
    }

    private Hook find(SignedIn user, long id) {
        return hooks.one(user.account(), id).orElseThrow(() -> new NotFound("webhook " + id));
    }

    private static String written(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Row row(Delivery delivery, Hook hook) {
        return new Row(
                delivery.id(),
                delivery.event(),
                delivery.kind().code(),
                delivery.subject(),
                say.moment(delivery.made()),
                written(delivery.state()),
                delivery.tries(),
                delivery.status()
                        .map(String::valueOf)
                        .or(() -> delivery.problem()
                                .map(why -> say.message("hooks.problem."
                                        + why.name().toLowerCase(Locale.ROOT).replace('_', '-'))))
                        .orElse(""),
                delivery.last().map(say::moment).orElse(""),
                delivery.state() == State.WAITING ? say.moment(delivery.next()) : "",
                hook.isOn() && delivery.state() != State.WAITING);
    }
}
