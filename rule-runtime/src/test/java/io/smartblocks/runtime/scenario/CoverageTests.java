package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.settlement.SettlementEngine;
import org.junit.jupiter.api.Test;

class CoverageTests {

    private static final String TEXT = """
            contract "Quay" version 1.0.
            in force from 1 January 2027 to 31 December 2028.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Seller is "S Ltd".
            party Buyer is "B Ltd".
            meter Main Meter reads kWh every 1 day from "meter/1".
            fact Works in days each Month is 0 days, stated by Buyer, confirmed by Seller.
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Main Meter are missing, hold settlement.
            Energy is the total of Main Meter over Month.
            Fee is 0.10 EUR per kWh * Energy when Energy is above 1,000 kWh; 0.20 EUR per kWh * Energy otherwise,
              at least 10 EUR, at most 150 EUR.
            clause 1 "Bill":
              Buyer shall pay Fee to Seller within 14 days after settlement.
            clause 2 "Works" is an exception to clause 1:
              when Works is above 5 days, no payment is due under clause 1.
            scenario "little":
              given Main Meter totals 20 kWh over 1 January 2027 to 31 January 2027.
              settle Month starting 1 January 2027.
              expect Buyer to pay 10.00 EUR to Seller.
            """;

    @Test
    void one_scenario_goes_some_of_the_ways() {
        Coverage coverage = coverage(TEXT);
        assertThat(coverage.missed())
                .extracting(Branch::name)
                .containsExactly("Fee, case 1", "Fee, the limit `at most`", "clause 2");
        assertThat(coverage.percent()).isEqualTo(50);
        assertThat(coverage.gone(Branch.Kind.LIMIT)).isEqualTo(1);
    }

    @Test
    void more_scenarios_go_all_of_them() {
        Coverage coverage = coverage(TEXT + """
                scenario "much" like "little":
                  given Main Meter totals 2,000 kWh over 1 January 2027 to 31 January 2027.
                  expect Buyer to pay 150.00 EUR to Seller.
                scenario "works" like "little":
                  given Works is 9 days over 1 January 2027 to 31 January 2027.
                  expect no payment.
                """);
        assertThat(coverage.missed()).isEmpty();
        assertThat(coverage.percent()).isEqualTo(100);
    }

    @Test
    void a_failure_tells_the_difference_and_what_it_rests_on() {
        ScenarioReport report = report(TEXT.replace("pay 10.00 EUR", "pay 12.50 EUR"));
        StepResult failure = report.results().get(0).failures().get(0);
        assertThat(failure.difference()).contains("-2.50 EUR");
        assertThat(failure.trace())
                .extracting(traced -> traced.what() + ": " + traced.value())
                .containsExactly("clause 1, sentence 1: applied", "Fee: 10 EUR", "Energy: 20 kWh");
    }

    private static Coverage coverage(String text) {
        ScenarioReport report = report(text);
        assertThat(report.results()).allMatch(ScenarioResult::passed);
        return report.coverage();
    }

    private static ScenarioReport report(String text) {
        return ScenarioRunner.report(SharedFiles.compiled("quay", text), new SettlementEngine());
    }
}
