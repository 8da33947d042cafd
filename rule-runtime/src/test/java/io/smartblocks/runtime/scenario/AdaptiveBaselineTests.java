package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.amendment.Amended;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Baselines that are fitted to another year after a change, and baselines that are read in a normal year. */
class AdaptiveBaselineTests {

    private static final String TEXT = """
            contract "Mill savings" version 1.0.
            in force from 1 January 2026 to 31 December 2028.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Day Meter reads kWh every 1 day from "meter/day".
            meter Outdoor reads °F every 1 day from "weather/1".
            meter Normal Year reads °F every 1 day from "weather/normal".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            when readings of Day Meter, Outdoor, Normal Year are missing, hold settlement.
            """;

    private static final String ONE = """
            baseline Base of Day Meter is fitted by "three-parameter heating" from 1 January 2025 to 31 December 2025 with Outdoor.
            Saved is the total of Base over Month - the total of Day Meter over Month.
            clause 1 "Saved": Client shall pay Saved * 0.10 EUR per kWh to Supplier at settlement.
            """;

    private static final String AMENDMENT = """
            amendment 1 to "Mill savings" version 1.0 gives version 1.1,
              effective 1 February 2027, signed by Supplier, Client.
            replace baseline Base of Day Meter is fitted by "three-parameter heating" from 1 January 2026 to 31 December 2026
              with Outdoor, accepted when R2 is at least 90 %.
            """;

    /** At 70, 60 and 50 °F: 10 kWh a day, and 1 kWh for each degree below 60 °F in 2025; twice as much in 2026. */
    private static final String READINGS = """
              given Outdoor reads 70 °F each over 1 January 2025 to 31 December 2027.
              given Outdoor reads 60 °F each over 1 May 2025 to 31 August 2025.
              given Outdoor reads 50 °F each over 1 September 2025 to 31 December 2025.
              given Outdoor reads 40 °F each over 1 December 2025 to 31 December 2025.
              given Outdoor reads 60 °F each over 1 May 2026 to 31 August 2026.
              given Outdoor reads 50 °F each over 1 September 2026 to 31 December 2026.
              given Outdoor reads 40 °F each over 1 December 2026 to 31 December 2026.
              given Outdoor reads 45 °F each over 1 January 2027 to 28 February 2027.
              given Day Meter reads 10 kWh each over 1 January 2025 to 31 December 2025.
              given Day Meter reads 20 kWh each over 1 September 2025 to 30 November 2025.
              given Day Meter reads 30 kWh each over 1 December 2025 to 31 December 2025.
              given Day Meter reads 20 kWh each over 1 January 2026 to 31 December 2026.
              given Day Meter reads 40 kWh each over 1 September 2026 to 30 November 2026.
              given Day Meter reads 60 kWh each over 1 December 2026 to 31 December 2026.
              given Day Meter reads 5 kWh each over 1 January 2027 to 28 February 2027.
            """;

    @Test
    void an_amendment_fits_the_baseline_to_another_year_and_leaves_what_was_settled() {
        String story = """
                scenario "the mill doubles":
                %s
                  settle Month starting 1 January 2027.
                  expect the total of Base over Month to be 775 kWh.
                  expect Client to pay 62.00 EUR to Supplier.
                  settle Month starting 1 February 2027.
                  expect the total of Base over Month to be 1,400 kWh.
                  expect Client to pay 126.00 EUR to Supplier.
                  expect Client to pay 62.00 EUR to Supplier for Month starting 1 January 2027.
                """.formatted(READINGS);
        Amended amended = AgreementCompiler.amend(
                new SourceText("mill.esco", TEXT + ONE), new SourceText("amend.esco", AMENDMENT + story));
        assertThat(amended.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();

        List<ScenarioResult> results = ScenarioRunner.run(
                Timeline.of(
                        List.of(amended.before().orElseThrow(), amended.after().orElseThrow())),
                new SettlementEngine());

        assertThat(results).hasSize(1).flatExtracting(ScenarioResult::failures).isEmpty();
    }

    @Test
    void two_baselines_on_a_normal_year_tell_normalized_savings() {
        String text = TEXT + """
                baseline Before of Day Meter is fitted by "three-parameter heating" from 1 January 2026 to 31 December 2026
                  with Outdoor, Normal Year.
                baseline After of Day Meter is fitted by "three-parameter heating" from 1 January 2025 to 31 December 2025
                  with Outdoor, Normal Year.
                Saved is the total of Before over Month - the total of After over Month.
                clause 1 "Saved": Client shall pay Saved * 0.10 EUR per kWh to Supplier at settlement.
                scenario "normal":
                %s
                  given Normal Year reads 55 °F each over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2027.
                  expect the total of Before over Month to be 930 kWh.
                  expect the total of After over Month to be 465 kWh.
                  expect Client to pay 46.50 EUR to Supplier.
                """.formatted(READINGS);
        var compiled = AgreementCompiler.compile(new SourceText("mill.esco", text));
        assertThat(compiled.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        Agreement agreement = compiled.agreement().orElseThrow();

        assertThat(ScenarioRunner.run(agreement, new SettlementEngine()))
                .hasSize(1)
                .flatExtracting(ScenarioResult::failures)
                .isEmpty();
    }
}
