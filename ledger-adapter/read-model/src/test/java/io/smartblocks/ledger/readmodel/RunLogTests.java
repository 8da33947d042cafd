package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.RunRecord.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RunLogTests {

    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");
    private static final Problem HELD = new Problem(
            "shared-savings", "Month", LocalDate.parse("2026-10-01"), "held", "settling", "readings are missing");

    private final ReadModel model;
    private final RunLog runs;

    RunLogTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
        runs = model.runs();
    }

    @Test
    void the_newest_runs_come_first_with_what_they_could_not_settle() {
        RunRecord well = run("a", NOON, Map.of("settled", 12), Optional.empty(), List.of());
        RunRecord troubled = run(
                "b",
                NOON.plusSeconds(60),
                Map.of("settled", 3, "held", 1),
                Optional.of("the disk is full"),
                List.of(HELD));
        runs.add(well);
        runs.add(troubled);

        assertThat(runs.newest(10)).containsExactly(troubled, well);
        assertThat(troubled.periods()).isEqualTo(4);
        assertThat(runs.page(Optional.of(new RunLog.Place(troubled.startedAt(), troubled.id())), 10))
                .containsExactly(well);
        assertThat(runs.one("b"))
                .hasValueSatisfying(plain -> assertThat(plain.problems())
                        .as("these are read by their pages")
                        .isEmpty());
        assertThat(runs.withProblems(10)).containsExactly(troubled);
    }

    @Test
    void what_a_run_left_open_is_counted_and_read_by_its_pages_for_everybody_and_for_a_party() {
        Problem failed = new Problem("of-others", "Month", LocalDate.parse("2026-10-01"), "failed", "committing", "no");
        RunRecord run = run("a", NOON, Map.of("held", 2, "failed", 1), Optional.empty(), List.of(HELD, failed, HELD));
        runs.add(run);
        model.apply(new ChainFixture("runtime.bright-esco").add(StoryFixture.proposed()));
        RunProblems all = runs.problems(Optional.empty());
        RunProblems own = runs.problems(Optional.of(StoryFixture.OWNER));

        assertThat(all.open(List.of(run)).get("a").count()).isEqualTo(3);
        assertThat(all.open(List.of(run)).get("a").failed())
                .hasValueSatisfying(first -> assertThat(first.problem()).isEqualTo(failed));
        assertThat(all.of("a", -1, 2)).extracting(RunProblems.Placed::problem).containsExactly(HELD, failed);
        assertThat(all.of("a", 1, 2)).extracting(RunProblems.Placed::place).containsExactly(2);
        assertThat(own.open(List.of(run)).get("a")).isEqualTo(new RunProblems.Open(2, Optional.empty()));
        assertThat(own.of("a", 0, 9)).extracting(RunProblems.Placed::place).containsExactly(2);
        assertThat(runs.problems(Optional.of(StoryFixture.RUNTIME)).open(List.of(run)))
                .isEmpty();
    }

    @Test
    void old_runs_are_forgotten_and_the_others_kept_when_the_tables_are_made_anew() {
        runs.add(run("a", NOON.minus(Duration.ofDays(100)), Map.of("held", 1), Optional.empty(), List.of(HELD)));
        RunRecord recent = run("b", NOON, Map.of("held", 1), Optional.empty(), List.of(HELD));
        runs.add(recent);

        assertThat(runs.forgetBefore(NOON.minus(Duration.ofDays(90)))).isEqualTo(1);
        model.rebuild();
        assertThat(runs.newest(10)).containsExactly(recent);
    }

    @Test
    void a_message_too_long_or_not_storable_is_shortened_not_lost() {
        runs.add(run("a", NOON, Map.of("failed", 1), Optional.of("no\0end" + "x".repeat(20_000)), List.of()));

        assertThat(runs.newest(1).get(0).stopped().orElseThrow())
                .startsWith("no endxx")
                .endsWith("…")
                .hasSize(10_000);
    }

    private static RunRecord run(
            String id, Instant start, Map<String, Integer> outcomes, Optional<String> stopped, List<Problem> problems) {
        return new RunRecord(
                id,
                "node-1",
                "Europe/Dublin",
                3,
                start,
                start.plusMillis(250),
                new TreeMap<>(outcomes),
                stopped,
                problems);
    }
}
