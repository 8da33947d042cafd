package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PortalBenchCommandTests {

    @TempDir
    private Path dir;

    @Test
    void people_of_every_role_walk_through_a_portal_and_are_refused_nowhere() {
        Run run = Run.of(
                "bench", "portal", "--agreements", "3", "--users", "5", "--seconds", "2", "--json", "--prepared", dir);

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode figures = new JsonMapper().readTree(run.out());
        assertThat(figures.get("pages").asInt()).isPositive();
        assertThat(figures.get("processorMicros").asLong())
                .isGreaterThan(figures.get("all").get("processorMicros").asLong());
        assertThat(figures.get("all").get("processorMicros").asLong()).isPositive();
        assertThat(figures.get("all").get("p95").asLong())
                .isBetween(
                        figures.get("all").get("p50").asLong(),
                        figures.get("all").get("longest").asLong());
        assertThat(figures.get("routes"))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.get("route").asString()).startsWith("/"));
        assertThat(figures.get("refusals")).isEmpty();
    }

    @Test
    void refuses_numbers_out_of_range() {
        assertThat(Run.of("bench", "portal", "--users", "0").exitCode()).isEqualTo(2);
    }
}
