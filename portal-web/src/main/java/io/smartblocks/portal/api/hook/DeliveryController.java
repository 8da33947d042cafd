package io.smartblocks.portal.api.hook;

import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.api.hook.Delivery.State;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Handing;
import io.smartblocks.portal.shell.Link;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
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
    private final DeliveryFiles files;
    private final Words say;

    DeliveryController(Hooks hooks, Deliveries deliveries, DeliveryFiles files, Words say) {
        this.hooks = hooks;
        this.files = files;
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
        Optional<State> only = state(state);
        Part<Delivery> part = Part.of(deliveries.of(hook, only, before, PAGE + 1), PAGE);
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
        model.addAttribute("first", before == Long.MAX_VALUE ? "" : address(path, only, ""));
        model.addAttribute("next", part.next(last -> address(path, only, Long.toString(last.id()))));
        model.addAttribute("csv", address(path + "/deliveries.csv", only, ""));
        model.addAttribute("xlsx", address(path + "/deliveries.xlsx", only, ""));
        model.addAttribute("rows", part.shown(each -> row(each, hook)));
        return "api/deliveries";
    }

    private static Optional<State> state(String state) {
        return Arrays.stream(State.values())
                .filter(each -> written(each).equals(state))
                .findFirst();
    }

    private static String address(String path, Optional<State> only, String before) {
        return Link.to(path)
                .with("state", only.map(DeliveryController::written).orElse(""))
                .with("before", before)
                .toString();
    }

    @GetMapping("/account/webhooks/{id}/deliveries.{ending}")
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable long id,
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String state) {
        DocumentFormat format = Stream.of(DocumentFormat.CSV, DocumentFormat.XLSX)
                .filter(each -> each.ending().equals(ending))
                .findFirst()
                .orElseThrow(() -> new NotFound("deliveries." + ending));
        return Handing.out(files.table(find(user, id), state(state)), format);
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
                files.answer(delivery),
                delivery.last().map(say::moment).orElse(""),
                delivery.state() == State.WAITING ? say.moment(delivery.next()) : "",
                hook.isOn() && delivery.state() != State.WAITING);
    }
}
