package io.smartblocks.portal.api.v1;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.AskedSettlements;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.readmodel.SettlementView.HoldPlace;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.document.Made;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.settlement.SettlementFiles;
import io.smartblocks.runtime.explain.SettlementExplanation;
import io.smartblocks.runtime.run.ExplainingSettlement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The settlements of a caller's agreements, and the periods that wait. */
@RestController
@Tag(name = "Settlements", description = "Settlements with statements, explanations and documents; held periods")
class SettlementApi {

    private static final String ONE = "/api/v1/settlements/{agreement}/{period}/{from}/{revision}";

    /** A settlement with its statement. */
    @Schema(description = "A settlement with the statement whose SHA-256 stands on the ledger")
    record SettlementStatement(
            @JsonUnwrapped SettlementShown settlement,

            @JsonRawValue @Schema(type = "object", description = "The canonical JSON that was committed")
            String statement) {}

    private final ReadModel read;
    private final Access access;
    private final ExplainingSettlement explaining;
    private final SettlementFiles files;

    SettlementApi(ReadModel read, Access access, ExplainingSettlement explaining, SettlementFiles files) {
        this.read = read;
        this.access = access;
        this.explaining = explaining;
        this.files = files;
    }

    @GetMapping("/api/v1/settlements")
    @Operation(summary = "Settlements of all agreements, or of one, that you may see, committed last first")
    PageOf<SettlementShown> list(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam @Schema(type = "string", example = "campus-supply") Optional<AgreementId> agreement,
            @RequestParam @Schema(type = "string", example = "harbour-energy", description = "A party of the agreement")
                    Optional<MemberId> party,
            @RequestParam @Schema(description = "Periods that hold this day or a later one") Optional<LocalDate> from,
            @RequestParam @Schema(description = "Periods that hold this day or an earlier one") Optional<LocalDate> to,
            @RequestParam @Schema(description = "Only corrections, or only what corrects nothing")
                    Optional<Boolean> corrected,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        Optional<TransactionId> last = window.after(1, parts -> TransactionId.of(parts.get(0)));
        return window.page(
                rows(
                        caller.account(),
                        last,
                        new AskedSettlements(agreement, party, from, to, corrected),
                        window.fetch()),
                record -> List.of(record.transaction().toString()),
                SettlementShown::of);
    }

    private List<SettlementRecord> rows(
            Account reader, Optional<TransactionId> last, AskedSettlements asked, int limit) {
        if (reader.role().seesEverything()) {
            return read.settlements().newest(last, Optional.empty(), asked, limit);
        }
        return access.organisation(reader)
                .map(party -> read.settlements().newest(last, Optional.of(party), asked, limit))
                .orElse(List.of());
    }

    @GetMapping(ONE)
    @Operation(summary = "One settlement with its statement")
    SettlementStatement one(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "campus-supply") AgreementId agreement,
            @PathVariable @Schema(example = "billing-month") String period,
            @PathVariable LocalDate from,
            @PathVariable int revision) {
        SettlementRecord record = find(caller.account(), agreement, period, from, revision);
        return new SettlementStatement(
                SettlementShown.of(record), record.settlement().statement());
    }

    @GetMapping(ONE + "/explanation")
    @Operation(summary = "Why each amount is what it is, down to the readings, and what would have changed it")
    SettlementExplanation explanation(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "campus-supply") AgreementId agreement,
            @PathVariable @Schema(example = "billing-month") String period,
            @PathVariable LocalDate from,
            @PathVariable int revision) {
        return explaining.of(find(caller.account(), agreement, period, from, revision));
    }

    @GetMapping(ONE + "/documents/{file}")
    @Operation(
            summary = "A document of the settlement as a file",
            description = "`statement.pdf`, `statement.xlsx`, `lines.csv` and other tables, `invoice-1.ubl.xml`,"
                    + " `invoice-1.cii.xml`, `reversal-1.ubl.xml`")
    ResponseEntity<byte[]> document(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "campus-supply") AgreementId agreement,
            @PathVariable @Schema(example = "billing-month") String period,
            @PathVariable LocalDate from,
            @PathVariable int revision,
            @PathVariable @Schema(example = "statement.pdf") String file) {
        SettlementRecord record = find(caller.account(), agreement, period, from, revision);
        Made made = files.of(record, file)
                .orElseThrow(() -> ApiProblem.notFound(
                        "document " + file + " of this settlement",
                        "Ask for statement.pdf, statement.xlsx, lines.csv or invoice-1.ubl.xml."));
        if (made instanceof Made.NotMade not) {
            throw new ApiProblem(
                    Kind.NOT_MADE,
                    String.join(" ", not.reasons()),
                    "file",
                    "State what is missing on the ledger, then ask again.");
        }
        Made.File written = (Made.File) made;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(written.format().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(written.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(written.content());
    }

    @GetMapping("/api/v1/held")
    @Operation(summary = "The periods that wait now, changed last first")
    PageOf<HeldShown> held(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        Optional<HoldPlace> last = window.after(
                4,
                parts -> new HoldPlace(
                        Long.parseLong(parts.get(0)),
                        new AgreementId(parts.get(1)),
                        parts.get(2),
                        LocalDate.parse(parts.get(3))));
        return window.page(waiting(caller.account(), last, window.fetch()), SettlementApi::key, HeldShown::of);
    }

    private List<HoldRecord> waiting(Account reader, Optional<HoldPlace> last, int limit) {
        if (reader.role().seesEverything()) {
            return read.settlements().holds(last, Optional.empty(), limit);
        }
        return access.organisation(reader)
                .map(party -> read.settlements().holds(last, Optional.of(party), limit))
                .orElse(List.of());
    }

    private static List<String> key(HoldRecord hold) {
        return List.of(
                Long.toString(hold.changedIn()),
                hold.state().agreement().value(),
                hold.state().period(),
                hold.state().from().toString());
    }

    private SettlementRecord find(Account reader, AgreementId agreement, String period, LocalDate from, int revision) {
        return read.settlements().listedOf(agreement).stream()
                .filter(known -> known.id().revision() == revision
                        && known.id().from().equals(from)
                        && Slug.of(known.id().period()).equals(period))
                .filter(known -> access.versions(reader, agreement).stream()
                        .anyMatch(version -> version.proposal().version().equals(known.version())))
                .findFirst()
                .flatMap(known -> read.settlements().settlement(known.id()))
                .orElseThrow(() -> ApiProblem.notFound(
                        "settlement of " + agreement + ' ' + period + " from " + from + " in revision " + revision,
                        "List what there is with GET /api/v1/settlements?agreement=" + agreement + "."));
    }
}
