package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepBenchCommandTests {

    @TempDir
    private Path dir;

    @Test
    void settles_a_month_of_each_shape_and_the_next_month_in_a_further_call_whose_runs_are_listed() {
        Path prepared = dir.resolve("bench");

        Run first = Run.of("bench", "sweep", "--agreements", "13", "--prepared", prepared);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .startsWith("sweep 1 of this process, cold: the compiler worked ")
                .contains("13 settlements from pages to committed blocks", "read model caught up", "MiB");

        Run second = Run.of("bench", "sweep", "--json", "--prepared", prepared);
        assertThat(second.exitCode()).as(second.err()).isZero();
        JsonNode figures = new JsonMapper().readTree(second.out()).get(0);
        assertThat(figures.get("settlements").asInt()).isEqualTo(13);

        Run runs = Run.of("runs", "--data", prepared, "--json");
        assertThat(runs.exitCode()).as(runs.err()).isZero();
        JsonNode listed = new JsonMapper().readTree(runs.out());
        assertThat(listed.size()).isEqualTo(2);
        assertThat(listed.get(0).get("outcomes").get("settled").asInt()).isEqualTo(13);
        assertThat(Run.of("runs", "--data", prepared).out())
                .contains("all zones")
                .contains("13 settled");
        assertThat(Run.of("runs", "--data", prepared, "--problems").err()).contains("0 runs.");
    }

    @Test
    void measures_the_sweep_and_the_read_model_each_by_itself() {
        Run run = Run.of("bench", "sweep", "--agreements", "13", "--sweeps", "1", "--apart", "1", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode figures = new JsonMapper().readTree(run.out());
        assertThat(figures.size()).isEqualTo(2);
        assertThat(figures.get(0).get("apart").isNull()).isTrue();
        assertThat(figures.get(0).get("before").asInt()).isZero();
        assertThat(figures.get(1).get("number").asInt()).isEqualTo(2);
        assertThat(figures.get(1).get("before").asInt()).isEqualTo(13);
        assertThat(figures.get(1).get("settlements").asInt()).isEqualTo(13);
        JsonNode apart = figures.get(1).get("apart");
        // of so few settlements a clock that ticks may see nothing
        assertThat(apart.get("toCommitted").get("processorMicros").asLong()).isNotNegative();
        assertThat(apart.get("toReadModel").get("processorMicros").asLong()).isNotNegative();
        assertThat(apart.get("toCommitted").get("millis").asLong())
                .isLessThanOrEqualTo(figures.get(1).get("millisToReadModel").asLong());
    }

    @Test
    void catches_up_with_months_in_one_sweep() {
        Run run = Run.of("bench", "sweep", "--agreements", "2", "--months", "3", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode figures = new JsonMapper().readTree(run.out());
        assertThat(figures.size()).isEqualTo(1);
        assertThat(figures.get(0).get("settlements").asInt()).isEqualTo(6);
    }

    @Test
    void refuses_numbers_out_of_range() {
        assertThat(Run.of("bench", "sweep", "--months", "0").exitCode()).isEqualTo(2);
        assertThat(Run.of("bench", "sweep", "--apart", "-1").exitCode()).isEqualTo(2);
        assertThat(Run.of("bench", "sweep", "--agreements", "0").exitCode()).isEqualTo(2);
        assertThat(Run.of("runs", "--newest", "0").exitCode()).isEqualTo(2);
    }
}
