package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TestCommandTests {

    private static final String HALF = """
            contract "Half" version 1.0.
            in force from 1 January 2027 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Seller is "S Ltd".
            party Buyer is "B Ltd".
            meter Main Meter reads kWh every 1 hour from "meter/1".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Main Meter are missing, hold settlement.
            Energy is the total of Main Meter over Month.
            clause 1 "Energy": when Energy is above 0 kWh,
              Buyer shall pay Energy * 0.20 EUR per kWh to Seller within 14 days after settlement.
            clause 2 "Much energy": when Energy is above 1,000,000 kWh,
              Buyer shall pay 500 EUR to Seller within 14 days after settlement.
            scenario "a month":
              given Main Meter totals 100 kWh over 1 January 2027 to 31 January 2027.
              settle Month starting 1 January 2027.
              expect Buyer to pay 20.00 EUR to Seller.
            """;

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
                .containsOnlyOnce("it was settled that Client pays Supplier 341.00 EUR by ");
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

    @Test
    void tells_which_ways_no_scenario_goes_and_fails_where_more_are_required() {
        Path half = DocumentedExample.written(dir.resolve("half.esco"), HALF);

        Run enough = Run.of("test", "--require-coverage", "50", half);
        assertThat(enough.exitCode()).isZero();
        assertThat(enough.out()).contains("coverage 50 %", "sentences of clauses   1 of 2", "line 15  clause 2");

        Run tooLittle = Run.of("test", "--require-coverage", "60", half);
        assertThat(tooLittle.exitCode()).isEqualTo(1);
        assertThat(tooLittle.err()).contains("50 % of its ways are gone, 60 % are required");

        assertThat(Run.of("test", "--require-coverage", "101", half).exitCode()).isEqualTo(2);
    }

    @Test
    void reports_coverage_as_json() {
        Path half = DocumentedExample.written(dir.resolve("half.esco"), HALF);
        JsonNode coverage =
                new JsonMapper().readTree(Run.of("test", "--json", half).out()).at("/files/0/coverage");
        assertThat(coverage.get("percent").asInt()).isEqualTo(50);
        assertThat(coverage.at("/missed/0/line").asInt()).isEqualTo(15);
        assertThat(coverage.at("/missed/0/what").asString()).isEqualTo("clause 2");
    }

    private Path wrong() {
        return DocumentedExample.written(
                dir.resolve("wrong.esco"), DocumentedExample.block("esco").replace("341.00 EUR", "342.00 EUR"));
    }
}
