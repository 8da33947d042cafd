package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TestCommandTests {

    @TempDir
    private Path dir;

    @Test
    void passes_when_every_scenario_gives_what_it_expects() {
        Run run = Run.of("test", DocumentedExample.agreementIn(dir));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("a month");
        assertThat(run.err()).isEqualTo("1 scenario, 0 failures.\n");
    }

    @Test
    void shows_expected_and_actual_of_what_differs() {
        Run run = Run.of("test", wrong());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("line {2}expected +actual +difference\\n")
                .contains("Client pays 342.00 EUR to Supplier  Client pays 341.00 EUR to Supplier for \"heat\"")
                .containsOnlyOnce("the settlement is settled with");
        assertThat(run.err()).isEqualTo("1 scenario, 1 failure.\n");
    }

    @Test
    void reports_as_json() {
        Run run = Run.of("test", "--json", wrong());
        JsonNode scenario = new JsonMapper().readTree(run.out()).at("/files/0/scenarios/0");
        assertThat(scenario.get("passed").asBoolean()).isFalse();
        assertThat(scenario.get("name").asString()).isEqualTo("a month");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void does_not_test_what_does_not_compile() {
        Path file = DocumentedExample.written(dir.resolve("broken.esco"), "contract \"x\" version 1.0.\nnonsense.\n");
        Run run = Run.of("test", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be used").contains("error[");
    }

    private Path wrong() {
        return DocumentedExample.written(
                dir.resolve("wrong.esco"), DocumentedExample.block("esco").replace("341.00 EUR", "342.00 EUR"));
    }
}
