package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.readmodel.RunLog;
import io.smartblocks.ledger.readmodel.RunProblems;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.runs.RunsSeen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The runs of the scheduler, each as far as its caller may know of it, and another one on demand. */
@RestController
@Tag(name = "Settlements")
class RunApi {

    /** What one run did. */
    @Schema(name = "Run", description = "What one sweep of a runtime did, and what it could not do")
    record RunShown(
            String id,
            String node,

            @Schema(description = "Whose periods it settled; empty for those of all zones")
            String zone,

            Instant startedAt,
            Instant endedAt,

            @Schema(
                    description = "How many periods came out how, for auditors and administrators; empty for others",
                    example = "{\"settled\":498,\"held\":2}")
            Map<String, Integer> outcomes,

            @Schema(description = "Why it ended before all had its turn; empty where it did not")
            String stopped,

            @Schema(description = "How many settlements of yours were committed while it went on")
            int settled,

            @Schema(description = "How many periods of yours it left open")
            int open) {

        static RunShown of(RunsSeen.Seen seen, boolean all) {
            RunRecord run = seen.run();
            return new RunShown(
                    run.id(),
                    run.node(),
                    run.zone(),
                    run.startedAt(),
                    run.endedAt(),
                    all ? run.outcomes() : Map.of(),
                    run.stopped().orElse(""),
                    seen.settled(),
                    seen.open().count());
        }
    }

    /** A period that was not settled. */
    @Schema(name = "RunProblem", description = "A period that a run left open")
    record ProblemShown(String agreement, String period, LocalDate from, String outcome, String step, String message) {
        static ProblemShown of(RunProblems.Placed placed) {
            RunRecord.Problem it = placed.problem();
            return new ProblemShown(it.agreement(), it.period(), it.from(), it.outcome(), it.step(), it.message());
        }
    }

    /** A run that goes on. */
    @Schema(name = "RunGoingOn", description = "A run that goes on; what came of it is told once it has ended")
    record GoingShown(
            @Schema(description = "Whose periods it settles; empty for those of all zones")
            String zone,

            @Schema(description = "Which part of the agreements of that zone; -1 for all")
            int shard,

            Instant since) {}

    /** What a node settles now. */
    @Schema(name = "SettlingNow", description = "The runs that go on on the node that answers")
    record NowShown(
            List<GoingShown> running,

            @Schema(description = "How many settlements are computed and signed, and the ledger has not answered yet")
            int proposed) {
        static NowShown of(RunsSeen.Now now) {
            return new NowShown(
                    now.running().stream()
                            .map(run -> new GoingShown(run.zone(), run.shard(), run.since()))
                            .toList(),
                    now.proposed());
        }
    }

    /** Why somebody runs again. */
    @Schema(name = "WishToRun", description = "Why; it stands in the audit log")
    record Wish(
            @Schema(example = "The readings of October have come.")
            String reason) {
        Wish {
            Sent.require(reason, "reason");
        }
    }

    /** What became of the wish to run again. */
    @Schema(description = "Whether a run was started, or one that was started before still goes on")
    record Again(boolean started) {}

    private final RunsSeen runs;

    RunApi(RunsSeen runs) {
        this.runs = runs;
    }

    @GetMapping("/api/v1/runs")
    @Operation(
            summary = "The runs that started last, newest first",
            description = "Auditors and administrators see all of each. Others see the runs that settled or left open a"
                    + " period of theirs; a part of the list may then be shorter than `limit`.")
    PageOf<RunShown> runs(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        Optional<RunLog.Place> last =
                window.after(2, parts -> new RunLog.Place(Instant.parse(parts.get(0)), parts.get(1)));
        RunsSeen.RunPart part = runs.part(caller.account(), last, window.limit());
        return new PageOf<>(
                part.runs().stream().map(seen -> shown(caller, seen)).toList(),
                part.last()
                        .map(place -> Window.next(List.of(place.startedAt().toString(), place.id())))
                        .orElse(""));
    }

    @GetMapping("/api/v1/runs/now")
    @Operation(
            summary = "The runs that go on now, and how many settlements are proposed to the ledger",
            description = "Of the node that answers. Agreements are named once a run has ended: ask GET /api/v1/runs.")
    NowShown now() {
        return NowShown.of(runs.now());
    }

    @GetMapping("/api/v1/runs/{id}")
    @Operation(summary = "One run: how much it settled, and how much it left open")
    RunShown run(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        return shown(caller, find(caller, id));
    }

    @GetMapping("/api/v1/runs/{id}/problems")
    @Operation(summary = "The periods that a run left open, at which step and why, in the order of the run")
    PageOf<ProblemShown> problems(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        int last = window.after(1, parts -> Integer.valueOf(parts.get(0))).orElse(-1);
        return window.page(
                runs.open(caller.account(), find(caller, id).run(), last, window.limit()),
                placed -> List.of(Integer.toString(placed.place())),
                placed -> Stream.of(ProblemShown.of(placed)));
    }

    @GetMapping("/api/v1/runs/{id}/settlements")
    @Operation(summary = "The settlements that were committed while a run went on, committed last first")
    PageOf<SettlementShown> settledMeanwhile(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        Optional<TransactionId> last = window.after(1, parts -> TransactionId.of(parts.get(0)));
        return window.page(
                runs.committed(caller.account(), find(caller, id).run())
                        .map(committed -> committed.newest(last, window.fetch()))
                        .orElse(List.of()),
                record -> List.of(record.transaction().toString()),
                SettlementShown::of);
    }

    private RunsSeen.Seen find(ApiCaller caller, String id) {
        return runs.one(caller.account(), id)
                .orElseThrow(
                        () -> ApiProblem.notFound("run '" + id + "'", "List what there is with GET /api/v1/runs."));
    }

    private static RunShown shown(ApiCaller caller, RunsSeen.Seen seen) {
        return RunShown.of(seen, caller.account().role().seesEverything());
    }

    @PostMapping("/api/v1/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Settle all that is due once more, now",
            description = "What is settled already stays as it is, so that a second run does no harm. Needs the scope"
                    + " runs:write. Ask GET /api/v1/runs for what came of it.")
    Again runAgain(@AuthenticationPrincipal ApiCaller caller, @RequestBody Wish wish) {
        return new Again(runs.again(caller.account(), Sent.reason(wish.reason())));
    }
}
