package io.smartblocks.portal.api.v1;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.api.problem.Problem;
import io.smartblocks.portal.editor.EditorLimits;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.settlement.Rehearsal;
import io.smartblocks.portal.words.English;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a period of a text would come to, on readings of the past or on given ones; nothing is kept. */
@RestController
@Tag(name = "Agreements")
class DryRunApi {

    private static final AgreementId DRAFT = new AgreementId("draft");

    /** What to run. */
    @Schema(description = "Which period to run, and on what")
    record Wanted(
            @Schema(description = "Any day of the period", example = "2026-10-15")
            String day,

            @Schema(
                    description = "The period's name; left out, the first that the text settles",
                    example = "Billing Month",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            String period,

            @Schema(
                    description = "Left out, the readings on the ledger. Else lines of a name, a time and a figure, a"
                            + " table with a column for each name, or sentences as scenarios have them",
                    example = "Main Meter, 2026-10, 41250",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            String readings) {
        Wanted(String day, @Nullable String period, @Nullable String readings) {
            Sent.require(day, "day");
            this.day = day;
            this.period = period == null ? "" : period;
            this.readings = readings == null ? "" : readings;
        }
    }

    /** A text with what to run of it. */
    @Schema(description = "A text that nobody has proposed yet, and which period of it to run")
    record WantedOfText(
            @Schema(example = "contract \"Campus supply\" version 1.0\n...")
            String text,

            Wanted run) {
        WantedOfText {
            Sent.require(text, "text");
            Sent.require(run, "run");
        }
    }

    /** What it came to. */
    @Schema(name = "DryRun", description = "What the period would come to")
    record Ran(
            LocalDate from,
            @Schema(description = "The day after the last") LocalDate to,

            @Schema(description = "The first day in force that was assumed, where it is not the text's own")
            String assumedFrom,

            @Schema(allowableValues = {"settled", "held", "refused"})
            String outcome,

            @Schema(description = "Why it is held or refused")
            List<String> reasons,

            @JsonRawValue
            @Schema(type = "object", description = "The statement as canonical JSON; null where there is none")
            String statement) {

        static Ran of(Rehearsal.Run run) {
            String assumed = run.moved().map(LocalDate::toString).orElse("");
            LocalDate from = run.period().from();
            LocalDate to = run.period().to();
            if (run.outcome() instanceof Outcome.Settled settled) {
                return new Ran(
                        from,
                        to,
                        assumed,
                        "settled",
                        List.of(),
                        new String(settled.settlement().canonicalJson(), StandardCharsets.UTF_8));
            }
            if (run.outcome() instanceof Outcome.Held held) {
                return new Ran(from, to, assumed, "held", held.reasons(), "null");
            }
            Outcome.Refused refused = (Outcome.Refused) run.outcome();
            return new Ran(from, to, assumed, "refused", List.of(refused.where() + ": " + refused.message()), "null");
        }
    }

    private final Access access;
    private final Rehearsal rehearsal;
    private final EditorLimits limits;
    private final Words say;

    DryRunApi(Access access, Rehearsal rehearsal, EditorLimits limits, Words say) {
        this.access = access;
        this.rehearsal = rehearsal;
        this.limits = limits;
        this.say = say;
    }

    @PostMapping("/api/v1/agreements/{id}/versions/{version}/dry-run")
    @Operation(
            summary = "What a period of a version would come to, on past readings or on given ones",
            description = "Nothing is kept. The scope `read` is enough.")
    Ran ofVersion(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "campus-supply") AgreementId id,
            @PathVariable @Schema(example = "1.0") String version,
            @RequestBody Wanted wanted) {
        AgreementRecord record = access.versions(caller.account(), id).stream()
                .filter(known -> known.proposal().version().equals(version))
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound(
                        "agreement '" + id + "' " + version, "List what there is with GET /api/v1/agreements."));
        return run(caller.account(), id, access.text(record.proposal()), wanted);
    }

    @PostMapping("/api/v1/agreements/dry-run")
    @Operation(
            summary = "What a period of a text would come to that nobody has proposed yet",
            description = "Past readings of meters that you may not see are not used: 422 names the meter.")
    Ran ofText(@AuthenticationPrincipal ApiCaller caller, @RequestBody WantedOfText wanted) {
        return run(caller.account(), DRAFT, wanted.text(), wanted.run());
    }

    private Ran run(Account reader, AgreementId id, String text, Wanted wanted) {
        Typed typed =
                new Typed(Map.of("day", wanted.day(), "period", wanted.period(), "readings", wanted.readings()), say);
        Optional<Rehearsal.Run> run = limits.answer(reader.login(), text, () -> rehearsal.run(reader, id, text, typed));
        return run.map(Ran::of)
                .orElseThrow(() -> new ApiProblem(
                        Kind.INVALID,
                        "The period cannot be run.",
                        typed.problems().isEmpty()
                                ? "day"
                                : typed.problems().get(0).field(),
                        "Mend what 'errors' names.",
                        typed.problems().stream()
                                .map(problem ->
                                        new Problem.Fault(problem.field(), English.plain(problem.message()), ""))
                                .toList()));
    }
}
