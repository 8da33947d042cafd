package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.agreement.ChangeRequest;
import io.smartblocks.portal.agreement.ChangeRequests;
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

/** What parties ask to be changed in a text before they sign it; it binds nobody. */
@RestController
@Tag(name = "Agreements")
class ChangeApi {

    private static final String CHANGES = "/api/v1/agreements/{id}/versions/{version}/changes";
    private static final int LONGEST = 2_000;

    /** What is asked. */
    @Schema(description = "What to change, in the text with this hash")
    record Wish(
            @Schema(example = "Let the invoice be due after 30 days.")
            String words,

            @Schema(description = "SHA-256 of the text that you read")
            String textHash) {
        Wish {
            Sent.require(words, "words");
            Sent.require(textHash, "textHash");
        }
    }

    /** What was asked. */
    @Schema(name = "ChangeRequest", description = "What somebody asks to be changed")
    record ChangeShown(String organisation, String person, String words, Instant madeAt) {
        static ChangeShown of(ChangeRequest request) {
            return new ChangeShown(request.organisation().value(), request.person(), request.words(), request.madeAt());
        }
    }

    private final ChangeRequests requests;

    ChangeApi(ChangeRequests requests) {
        this.requests = requests;
    }

    @GetMapping(CHANGES)
    @Operation(summary = "What was asked to be changed in a text that waits for signatures, newest first")
    PageOf<ChangeShown> changes(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "campus-supply-next") AgreementId id,
            @PathVariable @Schema(example = "1.0") String version,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        return shown(find(caller, id, version), Window.of(limit, after));
    }

    @PostMapping(CHANGES)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask whoever proposed a text to change it before it is signed",
            description = "For the parties of the text. The same words again are kept once.")
    PageOf<ChangeShown> askForChange(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "campus-supply-next") AgreementId id,
            @PathVariable @Schema(example = "1.0") String version,
            @RequestBody Wish wish) {
        AgreementRecord agreement = find(caller, id, version);
        MemberId asker = requests.asker(caller.account(), agreement)
                .orElseThrow(() -> new ApiProblem(
                        Kind.NOT_ALLOWED, "Only parties ask for changes.", "", "Ask with the key of a party."));
        if (wish.words().isBlank() || wish.words().length() > LONGEST) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "The words have " + wish.words().length() + " characters.",
                    "words",
                    "Say in 1 to " + LONGEST + " characters what to change.");
        }
        if (!agreement.proposal().textHash().value().equals(wish.textHash())) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "The text that waits has the SHA-256 "
                            + agreement.proposal().textHash() + ".",
                    "textHash",
                    "Read the text anew; another one was proposed meanwhile.");
        }
        requests.ask(caller.account(), asker, agreement.proposal(), wish.words().strip());
        return shown(agreement, Window.first());
    }

    private PageOf<ChangeShown> shown(AgreementRecord agreement, Window window) {
        return window.pageInOrder(
                requests.open(agreement),
                request -> List.of(
                        request.madeAt().toString(),
                        request.organisation().value(),
                        Hash.of(request.words()).value()),
                ChangeShown::of);
    }

    private AgreementRecord find(ApiCaller caller, AgreementId id, String version) {
        return requests.waiting(caller.account(), id, version)
                .orElseThrow(() -> ApiProblem.notFound(
                        "agreement '" + id + "' " + version + " that waits for signatures",
                        "List what there is with GET /api/v1/agreements."));
    }
}
