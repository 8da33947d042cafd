package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.key.Scope;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.member.ActsTold;
import io.smartblocks.portal.member.Submitting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes what a caller signed with a key of its own, which never leaves the caller's machine. */
@RestController
@Tag(name = "Ledger")
class SubmitApi {

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Submitting submitting;
    private final ActsTold told;
    private final Ledger ledger;
    private final Clock clock;

    SubmitApi(Submitting submitting, ActsTold told, Ledger ledger, Clock clock) {
        this.told = told;
        this.submitting = submitting;
        this.ledger = ledger;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/transactions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Submit transactions that you signed, all of them or none",
            description = "The body is `{\"transactions\":[...]}` with transactions as `GET .../bytes` shows them."
                    + " The key needs the scope of each: meters:write, agreements:write, settlements:write or"
                    + " registers:write. A request is known by its signer and request key: sent again it gives the same"
                    + " answer, and with another content it is refused. `Idempotency-Key` need not be sent; where it is, it"
                    + " has to be the request key of the first transaction.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(type = "object", example = "{}"))))
    Submitted submit(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Batch batch = batch(new String(Bodies.read(request, MOST_BYTES), StandardCharsets.UTF_8));
        for (Transaction transaction : batch.transactions()) {
            require(caller, scope(transaction.body().payload().family()));
        }
        String requestKey = batch.transactions().get(0).body().requestKey().value();
        if (!idempotencyKey.isEmpty() && !idempotencyKey.equals(requestKey)) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "The first transaction was signed with the request key '" + requestKey + "'.",
                    "Idempotency-Key",
                    "Send that key, or leave the header out.");
        }
        return Submitted.of(told.around(
                caller.account(),
                Act.SUBMISSION,
                batch.transactions().stream().map(each -> each.body().payload()).toList(),
                "",
                () -> submitting.submit(batch)));
    }

    /** What to prepare. */
    @Schema(description = "What a transaction is to ask for, and who will sign it")
    record ToPrepare(
            @Schema(
                    type = "object",
                    description = "The payload, as GET /api/v1/transactions/{id} shows those of others",
                    example = "{\"family\":\"agreement\",\"action\":\"sign\"}")
            JsonNode payload,

            @Schema(description = "The member that will sign it", example = "conor-walsh")
            String signer) {
        ToPrepare {
            Sent.require(payload, "payload");
            Sent.require(signer, "signer");
        }
    }

    @PostMapping("/api/v1/transactions/prepare")
    @Operation(
            summary = "Any transaction, ready to be signed with your own key and submitted",
            description = "Signing, amending, disputing, stating facts, confirming, suspending and whatever else the"
                    + " ledger knows. `Idempotency-Key` becomes its request key. The key needs the scope of the family."
                    + " Nothing is kept, and whether the ledger will take it shows when it is submitted.")
    Prepared prepareTransaction(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @org.springframework.web.bind.annotation.RequestBody ToPrepare wanted) {
        Payload payload =
                Sent.typed("payload", () -> CanonicalJson.read(wanted.payload().toString(), Payload.class));
        require(caller, scope(payload.family()));
        return Prepared.of(new TransactionBody(
                ledger.id(),
                payload,
                Sent.typed("signer", () -> new MemberId(wanted.signer())),
                Sent.typed("Idempotency-Key", () -> new RequestKey(idempotencyKey)),
                clock.instant()));
    }

    private static Batch batch(String body) {
        try {
            return Batch.fromJson(body);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(
                    Kind.MALFORMED,
                    "The body is no batch of transactions: " + e.getMessage() + ".",
                    "body",
                    "Send {\"transactions\":[...]} as GET /api/v1/transactions/{id}/bytes shows them.");
        }
    }

    static void require(ApiCaller caller, Scope scope) {
        if (!caller.may(scope)) {
            throw new ApiProblem(
                    Kind.NOT_ALLOWED,
                    "The key lacks the scope " + scope.code() + ".",
                    "Authorization",
                    "Make a key with the scope " + scope.code() + "; your role has to allow it.");
        }
    }

    private static Scope scope(String family) {
        return switch (family) {
            case "meter", "prediction" -> Scope.METERS_WRITE;
            case "agreement", "statement" -> Scope.AGREEMENTS_WRITE;
            case "settlement" -> Scope.SETTLEMENTS_WRITE;
            default -> Scope.REGISTERS_WRITE;
        };
    }
}
