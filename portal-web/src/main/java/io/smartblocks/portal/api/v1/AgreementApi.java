package io.smartblocks.portal.api.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.agreement.OnPaper;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.member.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The agreements of a caller. */
@RestController
@Tag(name = "Agreements", description = "Agreements with their versions and texts")
class AgreementApi {

    /** A version with its words. */
    @Schema(description = "A version of an agreement with the text that was signed and what it compiles to")
    record AgreementText(
            @JsonUnwrapped AgreementShown agreement,
            String text,

            @Schema(description = "The compiled form as canonical JSON text; its SHA-256 is `compiledHash`")
            String compiledForm) {}

    private final ReadModel read;
    private final Access access;

    AgreementApi(ReadModel read, Access access) {
        this.read = read;
        this.access = access;
    }

    @GetMapping("/api/v1/agreements")
    @Operation(summary = "All versions of all agreements that you may see, newest first")
    PageOf<AgreementShown> list(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        Optional<AgreementRecord> last =
                window.after(2, parts -> version(caller.account(), new AgreementId(parts.get(0)), parts.get(1)));
        return window.page(
                rows(caller.account(), last, window.fetch()),
                record -> List.of(
                        record.proposal().agreement().value(), record.proposal().version()),
                AgreementShown::of);
    }

    private List<AgreementRecord> rows(Account reader, Optional<AgreementRecord> last, int limit) {
        if (reader.role().seesEverything()) {
            return last.map(row -> read.agreements().after(row, limit))
                    .orElseGet(() -> read.agreements().newest(limit));
        }
        return access.organisation(reader)
                .map(party -> read.agreements().ofParty(party, last, limit))
                .orElse(List.of());
    }

    @GetMapping("/api/v1/agreements/{id}")
    @Operation(summary = "All versions of one agreement, newest first")
    PageOf<AgreementShown> versions(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "campus-supply") AgreementId id) {
        List<AgreementRecord> versions = access.versions(caller.account(), id);
        if (versions.isEmpty()) {
            throw unknown(id.value());
        }
        return new PageOf<>(versions.stream().map(AgreementShown::of).toList(), "");
    }

    @GetMapping("/api/v1/agreements/{id}/versions/{version}")
    @Operation(summary = "One version with its text and compiled form")
    AgreementText one(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "campus-supply") AgreementId id,
            @PathVariable @Schema(example = "1.0") String version) {
        AgreementRecord record = version(caller.account(), id, version);
        return new AgreementText(
                AgreementShown.of(record),
                access.text(record.proposal()),
                read.agreements().document(record.proposal().compiledHash()).orElseThrow());
    }

    @GetMapping(path = "/api/v1/agreements/{id}/versions/{version}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "One version as a PDF to print", description = "The same text gives the same bytes.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> pdf(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "campus-supply") AgreementId id,
            @PathVariable @Schema(example = "1.0") String version) {
        Proposal proposal = version(caller.account(), id, version).proposal();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, OnPaper.fileName(proposal))
                .body(OnPaper.of(proposal, access.text(proposal)).orElseThrow(() -> unknown(id + " on paper")));
    }

    private AgreementRecord version(Account reader, AgreementId id, String version) {
        return access.versions(reader, id).stream()
                .filter(known -> known.proposal().version().equals(version))
                .findFirst()
                .orElseThrow(() -> unknown(id + " in version " + version));
    }

    private static ApiProblem unknown(String what) {
        return ApiProblem.notFound("agreement " + what, "List what there is with GET /api/v1/agreements.");
    }
}
