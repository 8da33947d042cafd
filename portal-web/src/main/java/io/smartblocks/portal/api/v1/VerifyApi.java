package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.form.Ask.Fact;
import io.smartblocks.portal.verify.Verification;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells any program, without a key, whether a file or a transaction id stands on the ledger. */
@RestController
@SecurityRequirements
@Tag(name = "Verification", description = "For everybody, without a key: does this stand on the ledger?")
class VerifyApi {

    /** What stands on the ledger. */
    @Schema(name = "Stands", description = "What stands on the ledger, in words of the language that is accepted")
    record StandsShown(
            @Schema(example = "This text stands on the ledger")
            String heading,

            List<FactShown> facts) {

        /** One thing known of it. */
        @Schema(name = "Fact")
        record FactShown(
                @Schema(example = "Version") String label,
                @Schema(example = "1.0") String words) {
            static FactShown of(Fact fact) {
                return new FactShown(fact.label(), fact.words());
            }
        }
    }

    private final Verification verification;

    VerifyApi(Verification verification) {
        this.verification = verification;
    }

    @GetMapping("/api/v1/verify")
    @Operation(
            summary = "Whether there is a transaction with an id, and since when",
            description = "Nothing that it says is told. Whoever asks for what is not there waits longer each time.")
    StandsShown verifyTransaction(
            @RequestParam @Schema(example = "5f3c9a0e5f3c9a0e5f3c9a0e5f3c9a0e5f3c9a0e5f3c9a0e5f3c9a0e5f3c9a0e")
                    String transaction,
            @Parameter(hidden = true) HttpServletResponse response) {
        return shown(verification.transaction(transaction), response);
    }

    @PostMapping(
            path = "/api/v1/verify",
            consumes = {
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                MediaType.APPLICATION_PDF_VALUE,
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.TEXT_PLAIN_VALUE
            })
    @Operation(
            summary = "Whether a file is the text of an agreement, a statement, or the print of either",
            description = "The bytes of the file, 2 MB at most, are the body. Nothing of it is kept.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    StandsShown verifyFile(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        byte[] content = Bodies.read(request, Verification.MOST_BYTES);
        if (content.length == 0) {
            throw new ApiProblem(Kind.INVALID, "The body is empty.", "body", "Send the bytes of a file.");
        }
        return shown(verification.file(content), response);
    }

    private static StandsShown shown(Verification.Answer answer, HttpServletResponse response) {
        if (answer instanceof Verification.Answer.Wait wait) {
            long seconds = wait.time().toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw new ApiProblem(
                    Kind.TOO_MANY,
                    "Several questions from your address found nothing.",
                    "",
                    "Wait " + seconds + " s, as Retry-After says.");
        }
        if (answer instanceof Verification.Answer.Nothing nothing) {
            String what = nothing.hash()
                    .map(Hash::value)
                    .map(hash -> "agreement or statement with the SHA-256 " + hash)
                    .orElse("transaction with this id");
            throw new ApiProblem(
                    Kind.NOT_FOUND,
                    "No " + what + " stands on the ledger.",
                    nothing.hash().isPresent() ? "body" : "transaction",
                    "Send the file as it was given to you, byte for byte, or the 64 digits of a transaction.");
        }
        var what = ((Verification.Answer.Stands) answer).what();
        return new StandsShown(
                what.heading(),
                what.facts().stream().map(StandsShown.FactShown::of).toList());
    }
}
