package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.outbox.OutboxLook;
import io.smartblocks.ledger.outbox.PutAside;
import io.smartblocks.portal.admin.OutboxDecisions;
import io.smartblocks.portal.admin.OutboxDecisions.Came;
import io.smartblocks.portal.admin.OutboxDecisions.Decision;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Readings that the ledger refused and that lie in this portal's outbox until somebody decides about them. */
@RestController
@Tag(name = "Administration")
class OutboxApi {

    /** A batch that was refused. */
    @Schema(name = "PutAside", description = "Readings that the ledger refused, as they were signed")
    record AsideShown(
            @Schema(description = "Names the batch on this portal")
            String receipt,

            @Schema(description = "From which source it came, in whose order")
            String lane,

            Instant queuedAt,
            Instant refusedAt,

            @Schema(description = "Why, for programs") String code,

            @Schema(description = "Why, for people, and how to mend it")
            String message) {
        static AsideShown of(PutAside aside) {
            return new AsideShown(
                    aside.receipt().toString(),
                    aside.lane().toString(),
                    aside.queuedAt(),
                    aside.refusal().at(),
                    aside.refusal().code(),
                    aside.refusal().message());
        }
    }

    /** Why somebody decides. */
    @Schema(name = "OutboxDecision", description = "Why; it stands in the audit log")
    record Why(
            @Schema(example = "The meter is registered now.")
            String reason) {
        Why {
            Sent.require(reason, "reason");
        }
    }

    private final OutboxDecisions decisions;

    OutboxApi(OutboxDecisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/api/v1/outbox")
    @Operation(
            summary = "Readings that the ledger refused and that wait for a decision",
            description = "For administrators; needs the scope outbox:write.")
    PageOf<AsideShown> outbox(
            @RequestParam(defaultValue = Window.USUAL) int limit, @RequestParam(defaultValue = "") String after) {
        return Window.of(limit, after)
                .pageOfAll(
                        decisions.look().map(OutboxLook::putAside).orElse(List.of()),
                        aside -> aside.receipt().toString(),
                        AsideShown::of);
    }

    @PostMapping("/api/v1/outbox/{receipt}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Send refused readings again as they were signed",
            description = "What stands on the ledger already is found there and not done twice.")
    void retryRefused(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(example = "000000000012-9f86d081884c7d65") String receipt,
            @RequestBody Why why) {
        decide(caller, receipt, Decision.RETRY, why);
    }

    @PostMapping("/api/v1/outbox/{receipt}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete refused readings for good")
    void discardRefused(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(example = "000000000012-9f86d081884c7d65") String receipt,
            @RequestBody Why why) {
        decide(caller, receipt, Decision.DISCARD, why);
    }

    private void decide(ApiCaller caller, String receipt, Decision decision, Why why) {
        PutAside refused = decisions.refused(receipt).orElseThrow(() -> gone(receipt));
        Came came = decisions.decide(caller.account(), refused, decision, Sent.reason(why.reason()));
        if (came == Came.GONE) {
            throw gone(receipt);
        }
        if (came == Came.IN_USE) {
            throw new ApiProblem(
                    Kind.UNAVAILABLE, "Another process has the outbox open.", "", "Send it again when that is done.");
        }
    }

    private static ApiProblem gone(String receipt) {
        return ApiProblem.notFound("refused batch '" + receipt + "'", "List what there is with GET /api/v1/outbox.");
    }
}
