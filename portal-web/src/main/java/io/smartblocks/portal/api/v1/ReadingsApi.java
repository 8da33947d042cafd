package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.Forwarded;
import io.smartblocks.ledger.meter.MeterGateway;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.meter.ReadingsFile;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.meter.validation.Thresholds;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.api.problem.Problem;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.MeterSigning;
import io.smartblocks.portal.member.Submitting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes the readings of a meter operator whose machine key lies with this portal, and signs them with it. */
@RestController
@Tag(name = "Meters")
class ReadingsApi {

    private static final int LONGEST_KEY = 100;

    /** What became of a file of readings. */
    @Schema(description = "What became of the readings; sent again they change nothing")
    record Taken(
            int readings,

            @Schema(description = "Pages that were committed now or by the same request before")
            int committed,

            @Schema(description = "Pages whose readings were replaced now")
            int corrected,

            @Schema(description = "Pages that say what stood there already")
            int already,

            @Schema(description = "How many readings validation found remarkable")
            int flagged,

            @Schema(description = "Pages that the ledger did not take, and why")
            List<Problem.Fault> refused) {}

    private final Ledger ledger;
    private final Access access;
    private final MeterSigning signing;
    private final Submitting submitting;
    private final AuditLog audit;
    private final Clock clock;

    ReadingsApi(
            Ledger ledger, Access access, MeterSigning signing, Submitting submitting, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.ledger = ledger;
        this.access = access;
        this.signing = signing;
        this.submitting = submitting;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/readings", consumes = ReadingsBody.CSV)
    @Operation(
            summary = "Send readings as CSV, to be signed by the meter operator's machine key on this portal",
            description =
                    "The file that `smartblocks meter import` reads. With anything wrong in it nothing is taken. Each"
                            + " page is known by its content, or by `Idempotency-Key` where it is sent. With a `reason`"
                            + " readings that stand otherwise are replaced, as on the page; without one the ledger"
                            + " refuses them.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = ReadingsBody.CSV,
                                            schema = @Schema(type = "string", example = ReadingsBody.EXAMPLE))))
    Taken take(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "")
                    @Parameter(description = ReadingsBody.METER, example = ReadingsBody.METER_EXAMPLE)
                    String meter,
            @RequestParam(defaultValue = "")
                    @Parameter(description = "Why readings that stand are replaced; stands on the ledger with them")
                    String reason,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        if (idempotencyKey.length() > LONGEST_KEY) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "The key is longer than " + LONGEST_KEY + " characters.",
                    "Idempotency-Key",
                    "Send a shorter one, such as a UUID.");
        }
        if (!reason.isEmpty() && !idempotencyKey.isEmpty()) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "A correction is known by its content.",
                    "Idempotency-Key",
                    "Send it without the key: sent again it changes nothing.");
        }
        MemberId organisation = access.organisation(caller.account())
                .orElseThrow(() -> nobodySigns("You act for no organisation, so that no meter is yours."));
        Signer signer = signing.of(organisation)
                .orElseThrow(() -> nobodySigns(
                        "The key of a meter operator of '" + organisation + "' does not lie on this portal."));
        ReadFile.Pages read = ReadingsBody.read(request, file -> read(file, meter));
        return reason.isEmpty()
                ? commit(read, signer, idempotencyKey)
                : correct(caller, read, signer, Sent.reason(reason));
    }

    private static ApiProblem nobodySigns(String why) {
        return new ApiProblem(
                Kind.NOT_MADE,
                why,
                "",
                "Sign the pages yourself and send them to POST /api/v1/transactions, or ask the administrator.");
    }

    private ReadFile.Pages read(Path file, String meter) throws IOException {
        ColumnChoice choice = meter.isEmpty() ? ColumnChoice.fromHeader() : ColumnChoice.ofMeter(new MeterId(meter));
        ReadFile read = new ReadingsFile(RegisteredMeters.on(ledger), clock, Thresholds.standard()).read(file, choice);
        if (read instanceof ReadFile.Refused refused) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "The readings cannot be used; nothing of them was taken.",
                    "body",
                    "Mend what 'errors' names and send all of it again.",
                    refused.problems().stream()
                            .map(problem -> new Problem.Fault(
                                    "line " + problem.line(),
                                    problem.found() + "; expected " + problem.expected(),
                                    problem.mend()))
                            .toList());
        }
        return (ReadFile.Pages) read;
    }

    /** Replaces what stands otherwise; the audit log is told why. */
    private Taken correct(ApiCaller caller, ReadFile.Pages read, Signer signer, String reason) {
        audit.tell(Told.of(caller.account(), Act.LEDGER, "correct-readings").because(reason));
        Forwarded outcome = new MeterGateway(ledger, signer, clock).correct(read.pages(), reason, (done, of) -> {});
        int flagged = read.found().lines().size();
        if (outcome instanceof Forwarded.Stored stored) {
            return new Taken(
                    read.readings(), stored.recorded(), stored.corrected(), stored.already(), flagged, List.of());
        }
        Forwarded.Refused refused = (Forwarded.Refused) outcome;
        return new Taken(
                read.readings(),
                refused.stored(),
                0,
                0,
                flagged,
                List.of(new Problem.Fault(refused.meter() + " " + refused.day(), refused.message(), refused.code())));
    }

    private Taken commit(ReadFile.Pages read, Signer signer, String idempotencyKey) {
        int committed = 0;
        int already = 0;
        List<Problem.Fault> refused = new ArrayList<>();
        for (ReadingsPage page : read.pages()) {
            Submission outcome = submitting.submit(Batch.of(Transaction.sign(
                    ledger.id(), new RecordReadings(page), key(page, idempotencyKey), clock.instant(), signer)));
            if (outcome instanceof Submission.Committed) {
                committed++;
                continue;
            }
            Submission.Refused no = (Submission.Refused) outcome;
            if (no.code().equals(RefusalCode.REQUEST_KEY_USED.code())) {
                Submitted.of(no);
            }
            if (no.code().equals(RefusalCode.READINGS_DUPLICATE.code())) {
                already++;
            } else {
                refused.add(new Problem.Fault(page.meter() + " " + page.day(), no.message(), no.code()));
            }
        }
        return new Taken(
                read.readings(), committed, 0, already, read.found().lines().size(), refused);
    }

    /** Named by its content a page is the same request again; named by the caller another content is told apart. */
    private static RequestKey key(ReadingsPage page, String idempotencyKey) {
        if (idempotencyKey.isEmpty()) {
            return new RequestKey("readings-stored-" + Hash.of(CanonicalJson.write((Record) new RecordReadings(page))));
        }
        return new RequestKey("api/" + Hash.of(idempotencyKey + "\n" + page.meter() + "\n" + page.day()));
    }
}
