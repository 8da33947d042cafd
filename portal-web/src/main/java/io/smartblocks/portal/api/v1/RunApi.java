package io.smartblocks.portal.api.v1;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
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
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

            @Schema(example = "{\"settled\":498,\"held\":2}")
            Map<String, Integer> outcomes,

            @Schema(description = "Why it ended before all had its turn; empty where it did not")
            String stopped,

            List<Problem> problems) {

        /** A period that was not settled. */
        @Schema(name = "RunProblem")
        record Problem(String agreement, String period, LocalDate from, String outcome, String step, String message) {}

        static RunShown of(RunsSeen.Seen seen, boolean all) {
            RunRecord run = seen.run();
            return new RunShown(
                    run.id(),
                    run.node(),
                    run.zone(),
                    run.startedAt(),
                    run.endedAt(),
                    all
                            ? run.outcomes()
                            : Map.of(
                                    "settled", seen.settled().size(),
                                    "open", seen.problems().size()),
                    run.stopped().orElse(""),
                    seen.problems().stream()
                            .map(it -> new Problem(
                                    it.agreement(), it.period(), it.from(), it.outcome(), it.step(), it.message()))
                            .toList());
        }
    }

    /** One run with what was settled meanwhile. */
    @Schema(description = "A run with the settlements that were committed while it went on")
    record RunContent(@JsonUnwrapped RunShown run, List<SettlementShown> settled) {}

    /** What became of the wish to run again. */
    @Schema(description = "Whether a run was started, or one that was started before still goes on")
    record Again(boolean started) {}

    private final ReadModel read;
    private final RunsSeen runs;

    RunApi(ReadModel read, RunsSeen runs) {
        this.read = read;
        this.runs = runs;
    }

    @GetMapping("/api/v1/runs")
    @Operation(
            summary = "The runs that started last, newest first",
            description = "Auditors and administrators see all of each. Others see the runs that settled or left open a"
                    + " period of theirs, with these only; a part of the list may then be shorter than `limit`.")
    PageOf<RunShown> runs(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        List<RunRecord> rows = window.after(2, List::copyOf)
                .map(last -> read.runs().before(Instant.parse(last.get(0)), last.get(1), window.fetch()))
                .orElseGet(() -> read.runs().newest(window.fetch()));
        PageOf<RunRecord> part =
                window.page(rows, run -> List.of(run.startedAt().toString(), run.id()), run -> run);
        return new PageOf<>(
                runs.of(caller.account(), part.items()).stream()
                        .map(seen -> shown(caller, seen))
                        .toList(),
                part.next());
    }

    @GetMapping("/api/v1/runs/{id}")
    @Operation(summary = "One run: what it settled, and what it left open at which step and why")
    RunContent run(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        RunsSeen.Seen seen = runs.one(caller.account(), id)
                .orElseThrow(
                        () -> ApiProblem.notFound("run '" + id + "'", "List what there is with GET /api/v1/runs."));
        return new RunContent(
                shown(caller, seen),
                seen.settled().stream().map(SettlementShown::of).toList());
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
    Again runAgain(@AuthenticationPrincipal ApiCaller caller) {
        return new Again(runs.again(caller.account()));
    }
}
