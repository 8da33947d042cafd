package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.api.hook.Deliveries;
import io.smartblocks.portal.api.hook.Delivery;
import io.smartblocks.portal.api.hook.EventKind;
import io.smartblocks.portal.api.hook.Hook;
import io.smartblocks.portal.api.hook.HookForm;
import io.smartblocks.portal.api.hook.Hooks;
import io.smartblocks.portal.api.hook.post.Target;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.api.problem.Problem;
import io.smartblocks.portal.words.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks: made, looked at, stopped and removed by programs. */
@RestController
@Tag(name = "Webhooks", description = "Where events are sent to, and what came of it")
class HookApi {

    private static final String LIST = "List what there is with GET /api/v1/webhooks.";

    /** A webhook that is wanted. */
    @Schema(name = "WebhookWish")
    record Wanted(
            @Schema(example = "Billing system") String name,

            @Schema(example = "https://billing.example/smartblocks")
            String url,

            @Schema(example = "[\"settlement.committed\"]") List<String> kinds) {
        HookForm form() {
            return HookForm.typed(name == null ? "" : name, url == null ? "" : url, kinds == null ? List.of() : kinds);
        }
    }

    /** A webhook. */
    @Schema(name = "Webhook")
    record HookShown(
            long id,
            String name,
            String url,
            List<String> kinds,

            @Schema(description = "The login of its owner, who is told only what he may see")
            String owner,

            Instant madeAt,

            @Schema(description = "Whether events are sent now")
            boolean on,

            @Schema(
                    description = "Why none are sent; empty while they are",
                    allowableValues = {"", "by-hand", "gone", "not-taken", "owner"})
            String stoppedBecause) {
        static HookShown of(Hook hook) {
            return new HookShown(
                    hook.id(),
                    hook.name(),
                    hook.url(),
                    hook.kinds().stream().map(EventKind::code).toList(),
                    hook.login(),
                    hook.made(),
                    hook.isOn(),
                    hook.why().map(HookApi::code).orElse(""));
        }
    }

    /** A webhook that was just made. */
    @Schema(name = "WebhookMade")
    record MadeShown(
            long id,

            @Schema(
                    description = "What messages are signed with; it is told this once",
                    example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            String secret) {}

    /** One event on its way. */
    @Schema(name = "Delivery")
    record DeliveryShown(
            long id,

            @Schema(description = "The event's id, which is sent as `webhook-id`")
            String event,

            @Schema(example = "settlement.committed") String kind,
            String subject,

            @Schema(allowableValues = {"waiting", "delivered", "failed"})
            String state,

            int tries,
            Instant madeAt,

            @Schema(description = "When it was sent last") Optional<Instant> lastAt,

            @Schema(description = "What the receiver answered then")
            Optional<Integer> lastStatus,

            @Schema(description = "Why no answer came then; else empty", example = "timeout")
            String lastProblem,

            @Schema(description = "When it is sent next, while it waits")
            Optional<Instant> nextAt) {
        static DeliveryShown of(Delivery delivery) {
            return new DeliveryShown(
                    delivery.id(),
                    delivery.event(),
                    delivery.kind().code(),
                    delivery.subject(),
                    code(delivery.state()),
                    delivery.tries(),
                    delivery.made(),
                    delivery.last(),
                    delivery.status(),
                    delivery.problem().map(HookApi::code).orElse(""),
                    delivery.state() == Delivery.State.WAITING ? Optional.of(delivery.next()) : Optional.empty());
        }
    }

    private final Hooks hooks;
    private final Deliveries deliveries;
    private final Target target;
    private final ReadModel read;
    private final Words say;

    HookApi(Hooks hooks, Deliveries deliveries, Target target, ReadModel read, Words say) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.target = target;
        this.read = read;
        this.say = say;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @GetMapping("/api/v1/webhooks")
    @Operation(summary = "The webhooks of your organisation, the newest first")
    PageOf<HookShown> list(@AuthenticationPrincipal ApiCaller caller) {
        return new PageOf<>(
                hooks.of(caller.account()).stream().map(HookShown::of).toList(), "");
    }

    @PostMapping("/api/v1/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a webhook, which is told of what happens from now on",
            description = "Needs the scope webhooks:write. Messages are signed by the Standard Webhooks specification.")
    MadeShown make(@AuthenticationPrincipal ApiCaller caller, @RequestBody Wanted wanted) {
        HookForm form = wanted.form();
        List<Problem.Fault> faults = form.problems(target).entrySet().stream()
                .map(each -> new Problem.Fault(
                        each.getKey(),
                        say.message(each.getValue(), target.ports().toString()),
                        ""))
                .toList();
        if (!faults.isEmpty()) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "No webhook was made: " + faults.get(0).detail(),
                    faults.get(0).where(),
                    "Mend what 'errors' names and send it again.",
                    faults);
        }
        if (hooks.of(caller.account()).size() >= Hooks.MOST) {
            throw new ApiProblem(
                    Kind.NOT_MADE,
                    "Your organisation has " + Hooks.MOST + " webhooks already.",
                    "",
                    "Remove one with DELETE /api/v1/webhooks/{id}.");
        }
        Hooks.Made made = hooks.make(caller.account(), form.name(), form.url(), form.kinds(), read.height());
        return new MadeShown(made.id(), made.secret());
    }

    @GetMapping("/api/v1/webhooks/{id}")
    @Operation(summary = "One webhook")
    HookShown one(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        return HookShown.of(find(caller, id));
    }

    @DeleteMapping("/api/v1/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook", description = "Needs the scope webhooks:write.")
    void remove(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        hooks.remove(find(caller, id), caller.account());
    }

    @PostMapping("/api/v1/webhooks/{id}/stop")
    @Operation(
            summary = "Stop a webhook, and what still waits for it",
            description = "Needs the scope webhooks:write. One that was stopped stays so.")
    HookShown stop(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        hooks.stop(find(caller, id), caller.account());
        return HookShown.of(find(caller, id));
    }

    @PostMapping("/api/v1/webhooks/{id}/go-on")
    @Operation(
            summary = "Let a stopped webhook be told of what happens from now on, in your name",
            description = "Needs the scope webhooks:write. One that is not stopped stays as it is.")
    HookShown goOn(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        hooks.goOn(find(caller, id), caller.account(), read.height());
        return HookShown.of(find(caller, id));
    }

    @GetMapping("/api/v1/webhooks/{id}/deliveries")
    @Operation(
            summary = "What was sent to a webhook and what is to be, the newest first",
            description = "What was made 30 days ago and waits no more is forgotten.")
    PageOf<DeliveryShown> deliveries(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        long before = window.after(1, parts -> Long.parseLong(parts.get(0))).orElse(Long.MAX_VALUE);
        return window.page(
                deliveries.of(find(caller, id), Optional.empty(), before, window.fetch()),
                delivery -> List.of(Long.toString(delivery.id())),
                DeliveryShown::of);
    }

    @PostMapping("/api/v1/webhooks/{id}/deliveries/{delivery}/again")
    @Operation(summary = "Send one event once more, under the same id", description = "Needs the scope webhooks:write.")
    DeliveryShown again(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id, @PathVariable long delivery) {
        Hook hook = find(caller, id);
        Delivery found = deliveries
                .one(hook, delivery)
                .orElseThrow(() -> ApiProblem.notFound(
                        "delivery " + delivery, "List what there is with GET /api/v1/webhooks/{id}/deliveries."));
        if (!hook.isOn()) {
            throw new ApiProblem(
                    Kind.NOT_MADE,
                    "The webhook is stopped.",
                    "id",
                    "Let it go on with POST /api/v1/webhooks/{id}/go-on, then send the event again.");
        }
        deliveries.again(found);
        return DeliveryShown.of(deliveries.one(hook, delivery).orElseThrow());
    }

    private Hook find(ApiCaller caller, long id) {
        return hooks.one(caller.account(), id).orElseThrow(() -> ApiProblem.notFound("webhook " + id, LIST));
    }
}
