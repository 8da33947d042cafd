package io.smartblocks.portal.api.v1;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.api.problem.Problem;
import io.smartblocks.portal.editor.EditorAnswers;
import io.smartblocks.portal.editor.EditorLimits;
import io.smartblocks.runtime.run.Proposable;
import io.smartblocks.runtime.run.ProposalOf;
import io.smartblocks.runtime.scenario.ScenarioResult;
import io.smartblocks.runtime.scenario.ScenarioRunner;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Checks, lays out and tries the text of an agreement, and prepares its proposal; nothing of it is kept. */
@RestController
@Tag(name = "Agreements")
class DraftApi {

    private static final String ESCO = "contract \"Campus supply\" version 1.0\n...";

    /** A text to look at. */
    @Schema(description = "The text of an agreement")
    record Text(@Schema(example = ESCO) String text) {
        Text {
            Sent.require(text, "text");
        }
    }

    /** A text to propose. */
    @Schema(description = "A complete text with what its proposal has to name")
    record Draft(
            @Schema(example = "campus-supply") String agreement,
            @Schema(example = ESCO) String text,

            @Schema(
                    description = "The organisation behind each party's term",
                    example = "{\"Supplier\":\"harbour-energy\",\"Client\":\"nimbus-campus\"}")
            Map<String, String> parties,

            @Schema(description = "The member that will sign the proposal", example = "conor-walsh")
            String signer) {
        Draft {
            Sent.require(agreement, "agreement");
            Sent.require(text, "text");
            Sent.require(parties, "parties");
            Sent.require(signer, "signer");
        }
    }

    /** What the language says. */
    @Schema(description = "What the language says against the text; nothing where it compiles")
    record Checked(boolean compiles, List<EditorAnswers.Fault> faults, int more) {}

    /** What the scenarios came to. */
    @Schema(description = "What the scenarios in the text came to")
    record Tried(boolean passed, List<ScenarioResult> scenarios) {}

    private final EditorLimits limits;
    private final Ledger ledger;
    private final Clock clock;

    DraftApi(EditorLimits limits, Ledger ledger, Clock clock) {
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
    }

    @PostMapping("/api/v1/agreements/check")
    @Operation(summary = "What is wrong with a text, where, and how to mend it")
    Checked check(@AuthenticationPrincipal ApiCaller caller, @RequestBody Text text) {
        EditorAnswers.Faults faults =
                limits.answer(login(caller), text.text(), () -> new EditorAnswers(text.text()).faults());
        boolean compiles =
                faults.faults().stream().noneMatch(fault -> fault.severity().equals("error"));
        return new Checked(compiles, faults.faults(), faults.more());
    }

    @PostMapping("/api/v1/agreements/format")
    @Operation(summary = "The text in canonical layout, or as it is where it cannot be read")
    Text format(@AuthenticationPrincipal ApiCaller caller, @RequestBody Text text) {
        return new Text(limits.answer(login(caller), text.text(), () -> new EditorAnswers(text.text()).laidOut()));
    }

    @PostMapping("/api/v1/agreements/try")
    @Operation(summary = "A dry run: settle the scenarios that stand in the text, and compare what they expect")
    Tried dryRun(@AuthenticationPrincipal ApiCaller caller, @RequestBody Text text) {
        return limits.answer(login(caller), text.text(), () -> {
            List<ScenarioResult> results =
                    ScenarioRunner.run(complete(text.text()).agreement());
            return new Tried(results.stream().allMatch(ScenarioResult::passed), results);
        });
    }

    @PostMapping("/api/v1/agreements/prepare")
    @Operation(
            summary = "The proposal of a text, ready to be signed with your own key and submitted",
            description = "`Idempotency-Key` becomes the request key under which the ledger knows the proposal.")
    Prepared prepare(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @RequestBody Draft draft) {
        return limits.answer(login(caller), draft.text(), () -> prepared(idempotencyKey, draft));
    }

    private Prepared prepared(String idempotencyKey, Draft draft) {
        Map<String, MemberId> parties = new TreeMap<>();
        draft.parties().forEach((term, member) -> parties.put(term, Sent.typed("parties", () -> new MemberId(member))));
        Proposable.Complete complete = complete(draft.text());
        TransactionBody body = new TransactionBody(
                ledger.id(),
                ProposalOf.text(
                        Sent.typed("agreement", () -> new AgreementId(draft.agreement())),
                        complete.text(),
                        complete.agreement(),
                        parties),
                Sent.typed("signer", () -> new MemberId(draft.signer())),
                Sent.typed("Idempotency-Key", () -> new RequestKey(idempotencyKey)),
                clock.instant());
        return Prepared.of(body);
    }

    private static Proposable.Complete complete(String text) {
        Proposable proposable = Proposable.of(new SourceText("the text", text));
        if (proposable instanceof Proposable.Complete complete) {
            return complete;
        }
        List<EditorAnswers.Fault> faults = new EditorAnswers(text).faults().faults();
        throw new ApiProblem(
                Kind.INVALID,
                why(proposable),
                "text",
                "Mend the text until POST /api/v1/agreements/check has nothing against it.",
                faults.stream()
                        .map(fault -> new Problem.Fault(
                                "line " + fault.line(), fault.message(), String.join(" or ", fault.help())))
                        .toList());
    }

    private static String why(Proposable proposable) {
        if (proposable instanceof Proposable.NeverSettled never) {
            return "The text could never be settled: " + never.objection();
        }
        if (proposable instanceof Proposable.Open open) {
            return "The text leaves open: "
                    + String.join(
                            " ",
                            open.questions().stream().map(Diagnostic::message).toList());
        }
        if (proposable instanceof Proposable.Incomplete incomplete) {
            return "The text is not complete: " + incomplete.diagnostic().message();
        }
        return "The text does not compile.";
    }

    private static String login(ApiCaller caller) {
        return caller.account().login();
    }
}
