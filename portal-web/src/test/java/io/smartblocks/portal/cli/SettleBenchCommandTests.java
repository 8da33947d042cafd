package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettleBenchCommandTests {

    @Test
    void settles_agreements_of_twelve_templates_and_tells_what_each_took() {
        Run run = Run.of("bench", "settle", "--templates", "--agreements", "24", "--threads", "1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("24 agreements of 12 templates", "first sweep", "warm sweep", "sets of rules: 12", "MiB")
                .contains("ev-charging", "guaranteed-savings");
    }

    @Test
    void its_figures_are_json_by_names_that_stay() {
        Run run = Run.of("bench", "settle", "--templates", "--agreements", "12", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode figures = new JsonMapper().readTree(run.out());
        assertThat(figures.get("agreements").asInt()).isEqualTo(12);
        assertThat(figures.get("readings").asLong()).isGreaterThan(12);
        assertThat(figures.get("warm").get("cpuNanosEach").asLong()).isPositive();
        assertThat(figures.get("first").get("perSecond").asLong()).isPositive();
        assertThat(figures.get("warmByTemplate").size()).isEqualTo(12);
    }

    @Test
    void refuses_numbers_out_of_range() {
        assertThat(Run.of("bench", "settle", "--agreements", "0").exitCode()).isEqualTo(2);
        assertThat(Run.of("bench", "settle", "--threads", "0").err()).contains("--threads needs at least 1");
    }
}
