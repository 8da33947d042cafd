package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The runs of the scheduler, which tell of agreements of everybody. */
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

        static RunShown of(RunRecord run) {
            return new RunShown(
                    run.id(),
                    run.node(),
                    run.zone(),
                    run.startedAt(),
                    run.endedAt(),
                    run.outcomes(),
                    run.stopped().orElse(""),
                    run.problems().stream()
                            .map(it -> new Problem(
                                    it.agreement(), it.period(), it.from(), it.outcome(), it.step(), it.message()))
                            .toList());
        }
    }

    private final ReadModel read;

    RunApi(ReadModel read) {
        this.read = read;
    }

    @GetMapping("/api/v1/runs")
    @Operation(summary = "The runs that started last, newest first", description = "For auditors and administrators.")
    PageOf<RunShown> runs(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        if (!caller.account().role().seesEverything()) {
            throw new ApiProblem(
                    Kind.NOT_ALLOWED,
                    "Runs tell of the agreements of everybody.",
                    "Authorization",
                    "Ask with the key of an auditor or administrator; GET /api/v1/held tells what waits of yours.");
        }
        List<RunRecord> rows = window.after(2, List::copyOf)
                .map(last -> read.runs().before(Instant.parse(last.get(0)), last.get(1), window.fetch()))
                .orElseGet(() -> read.runs().newest(window.fetch()));
        return window.page(rows, run -> List.of(run.startedAt().toString(), run.id()), RunShown::of);
    }
}
