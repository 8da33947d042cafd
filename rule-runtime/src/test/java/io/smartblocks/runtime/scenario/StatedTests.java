package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.explain.Explaining;
import io.smartblocks.runtime.explain.ExplanationText;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts, adjustments, baselines and corrections, told as scenarios: each figure was worked out by hand. */
class StatedTests {

    private static final String HEAD = """
            contract "Stated" version 1.0.
            in force from 1 January 2026 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Day Meter reads kWh every 1 day from "meter/day".
            meter Outdoor reads °C every 1 day from "weather/1".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            period Year is every 1 year from 1 January 2026, settled 20 working days after its end.
            adjustment Lasting in kWh per day, proposed by Supplier, confirmed by Client.
            adjustment Single in MWh, proposed by Supplier, confirmed by Client.
            fact Area in m2 is 100 m2, stated by Client.
            fact Outage in hours each Month is 2 hours unless Supplier states and Client confirms another value.
            baseline Base of Day Meter is fitted by "CalTRACK daily" from 1 January 2025 to 31 December 2025 with Outdoor,
              accepted when R2 is at least 60 %.
            when readings of Day Meter, Outdoor are missing, hold settlement, notify Client.
            """;

    private static final String PAID = """
            Used is the total of Day Meter over Month.
            Owed is the previous Owed + the amount due by Client under clause 1, starting at 0 EUR.
            clause 1 "Use": Client shall pay Used * 0.10 EUR per kWh to Supplier at settlement.
            clause 2 "Interest": Client shall pay 10 % of the previous Owed to Supplier at settlement.
            VAT at 13.5 % is added to clause 1.
            """;

    @Test
    void lasting_adjustments_follow_each_other_and_single_ones_are_divided_by_days() {
        assertMet("""
                Change is the total of Lasting over Month + the total of Single over Month.
                Before is the total of Lasting over the previous 1 Months.
                Changed is the total of Change over Year.
                scenario "three months":
                  given Lasting is 10 kWh per day from 17 January 2026.
                  given Single is -0.1 MWh over 27 January 2026 to 5 February 2026.
                  settle Month starting 1 January 2026.
                  expect the total of Lasting over Month to be 150 kWh.
                  expect Change to be 100 kWh.
                  given Lasting is 4 kWh per day from 10 February 2026.
                  given Lasting is 1 kWh per day over 20 February 2026 to 21 February 2026.
                  settle Month starting 1 February 2026.
                  expect the total of Lasting over Month to be 168 kWh.
                  expect the total of Single over Month to be -0.05 MWh.
                  expect Before to be 150 kWh.
                  settle Month starting 1 March 2026.
                  expect Change to be 124 kWh.
                  settle Year starting 1 January 2026.
                  expect Changed to be 1,442 kWh.
                """);
    }

    @Test
    void a_state_holds_at_the_end_of_its_period_and_an_amount_in_each_period_it_covers() {
        assertMet("""
                Rent is 1 EUR per m2 * Area * the days of Month / the days of Month.
                Credit is Outage * 1 EUR per hour.
                clause 1 "Rent": Client shall pay Rent to Supplier at settlement.
                clause 2 "Outage": Supplier shall pay Credit to Client at settlement.
                scenario "states and amounts":
                  given Area is 110 m2 over 10 January 2026 to 20 January 2026.
                  given Area is 120 m2 over 25 January 2026 to 10 February 2026.
                  given Area is 130 m2 from 31 March 2026.
                  given Outage is 7.5 hours over 1 January 2026 to 31 January 2026.
                  given Outage is 3; 4 hours every 1 month from 1 March 2026.
                  given Outage is 9 hours from 1 December 2026.
                  settle Month starting 1 January 2026.
                  expect Client to pay 120 EUR to Supplier under clause 1.
                  expect Supplier to pay 7.50 EUR to Client under clause 2.
                  settle Month starting 1 February 2026.
                  expect Client to pay 100 EUR to Supplier under clause 1.
                  expect Supplier to pay 2 EUR to Client under clause 2.
                  settle Month starting 1 March 2026.
                  expect Client to pay 130 EUR to Supplier under clause 1.
                  expect Supplier to pay 3 EUR to Client under clause 2.
                  settle Month starting 1 April 2026.
                  expect Supplier to pay 4 EUR to Client under clause 2.
                  settle Month starting 1 May 2026.
                  expect Supplier to pay 2 EUR to Client under clause 2.
                  settle Month starting 1 January 2027.
                  expect Supplier to pay 9 EUR to Client under clause 2.
                """);
    }

    /** At 32, 50 and 68 °F the days used 30, 20 and 10 kWh: 10 kWh and 5/9 kWh for each degree below 68 °F; 25 kWh at 5 °C. */
    private static final String YEAR_BEFORE = """
            given Outdoor reads 0 °C each over 1 January 2025 to 31 March 2025.
            given Outdoor reads 10 °C each over 1 April 2025 to 30 June 2025.
            given Outdoor reads 20 °C each over 1 July 2025 to 30 September 2025.
            given Outdoor reads 10 °C each over 1 October 2025 to 31 December 2025.
            given Day Meter reads 30 kWh each over 1 January 2025 to 31 March 2025.
            given Day Meter reads 20 kWh each over 1 April 2025 to 30 June 2025.
            given Day Meter reads 10 kWh each over 1 July 2025 to 30 September 2025.
            given Day Meter reads 20 kWh each over 1 October 2025 to 31 December 2025.
            given Day Meter reads 18 kWh each over 1 January 2026 to 28 February 2026.
            given Outdoor reads 5 °C each over 1 January 2026 to 31 January 2026.
            """;

    @Test
    void a_baseline_is_fitted_to_the_year_before_and_holds_without_the_weather() {
        assertMet("""
                Saved is the total of Base over Month - the total of Day Meter over Month.
                clause 1 "Saved": Client shall pay Saved * 0.10 EUR per kWh to Supplier at settlement.
                scenario "fitted":
                %s
                  settle Month starting 1 January 2026.
                  expect the total of Base over Month to be 775 kWh.
                  expect Client to pay 21.70 EUR to Supplier.
                  settle Month starting 1 February 2026.
                  expect settlement to be held.
                """.formatted(YEAR_BEFORE));
    }

    @Test
    void a_fit_outside_its_limits_or_with_too_few_days_holds_the_settlement() {
        String scenario = """
                Saved is the total of Base over Month - the total of Day Meter over Month.
                clause 1 "Saved": Client shall pay Saved * 0.10 EUR per kWh to Supplier at settlement.
                scenario "not accepted":
                %s
                  GIVEN
                  settle Month starting 1 January 2026.
                  expect settlement to be held.
                """.formatted(YEAR_BEFORE);
        assertMet(scenario.replace("GIVEN", "given no readings of Day Meter over 1 May 2025 to 7 June 2025."));
        assertThat(failures(
                        scenario.replace("GIVEN", "given no readings of Day Meter over 1 May 2025 to 6 June 2025.")))
                .hasSize(1);
        assertMet(scenario.replace("GIVEN", "given Day Meter reads 300 kWh each over 1 August 2025 to 9 August 2025."));
    }

    @Test
    void a_baseline_reads_as_its_meter_and_without_it_settlement_is_held() {
        assertMet("""
                Saved is the total of (Base - Day Meter) over Month.
                Best is the highest of Base over Month.
                clause 1 "Saved": Client shall pay Saved * 0.10 EUR per kWh to Supplier at settlement.
                scenario "fitted":
                  given Base reads 12 kWh each over 1 January 2026 to 31 January 2026.
                  given Base reads 20 kWh each over 31 January 2026 to 31 January 2026.
                  given Day Meter reads 10 kWh each over 1 January 2026 to 28 February 2026.
                  settle Month starting 1 January 2026.
                  expect Best to be 20 kWh.
                  expect Client to pay 7.00 EUR to Supplier.
                  settle Month starting 1 February 2026.
                  expect settlement to be held.
                  expect Client to pay 7.00 EUR to Supplier for Month starting 1 January 2026.
                """);
        assertThat(failures("""
                Saved is the total of (Base - Day Meter) over Month.
                scenario "not fitted":
                  given Day Meter reads 10 kWh each over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect no payment.
                """))
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure.message())
                                .contains(
                                        "held: Base has no values from 2026-01-01 to 2026-01-31: it is to be fitted to Day Meter"));
    }

    @Test
    void settling_again_reverses_corrects_and_goes_on_to_later_periods_that_read_it() {
        assertMet(PAID + """
                scenario "a late reading":
                  given Day Meter totals 1,000 kWh over 1 January 2026 to 31 January 2026.
                  given Day Meter totals 500 kWh over 1 February 2026 to 28 February 2026.
                  settle Month starting 1 January 2026.
                  settle Month starting 1 February 2026.
                  expect Client to pay 10.00 EUR to Supplier under clause 2.
                  given Day Meter totals 900 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026 again.
                  expect a reversal of 100.00 EUR, plus VAT of 13.50 EUR, in total 113.50 EUR, payable by Supplier to Client.
                  expect a balance of 90.00 EUR, plus VAT of 12.15 EUR, in total 102.15 EUR, payable by Client to Supplier.
                  expect a correction of 10.00 EUR, plus VAT of 1.35 EUR, in total 11.35 EUR, payable by Supplier to Client.
                  expect a correction of 1.00 EUR, payable by Supplier to Client for Month starting 1 February 2026.
                  expect Owed to be 140.00 EUR for Month starting 1 February 2026.
                  expect no payment under clause 2 for Month starting 1 January 2026.
                scenario "and once more" after "a late reading":
                  given Day Meter totals 0 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026 again.
                  expect a correction of 90.00 EUR, plus VAT of 12.15 EUR, in total 102.15 EUR, payable by Supplier to Client.
                  expect a correction of 9.00 EUR, payable by Supplier to Client for Month starting 1 February 2026.
                  settle Month starting 1 January 2026 again.
                  expect no correction.
                """);
    }

    @Test
    void a_late_change_moves_the_band_of_later_periods_and_corrects_them_too() {
        assertMet("""
                Used is the total of Day Meter over Month.
                Charge is Used in bands: the first 1,000 kWh at 50 %; the rest at 100 %, counted from the start of Year.
                clause 1 "Use": Client shall pay Charge * 0.10 EUR per kWh to Supplier at settlement.
                scenario "a late adjustment of January":
                  given Day Meter totals 800 kWh over 1 January 2026 to 31 January 2026.
                  given Day Meter totals 400 kWh over 1 February 2026 to 28 February 2026.
                  given Day Meter totals 100 kWh over 1 March 2026 to 31 March 2026.
                  settle Month starting 1 January 2026.
                  expect Client to pay 40.00 EUR to Supplier.
                  settle Month starting 1 February 2026.
                  expect Client to pay 30.00 EUR to Supplier.
                  settle Month starting 1 March 2026.
                  given Day Meter totals 700 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026 again.
                  expect a correction of 5.00 EUR, payable by Supplier to Client.
                  expect a correction of 5.00 EUR, payable by Supplier to Client for Month starting 1 February 2026.
                  expect no correction for Month starting 1 March 2026.
                """);
    }

    @Test
    void each_adjustment_behind_a_line_is_told_also_through_shorter_periods() {
        String text = HEAD + """
                Change is the total of Lasting over Month + the total of Single over Month.
                Changed is the total of Change over Year.
                clause 1 "Changes": Client shall pay Changed * 0.10 EUR per kWh to Supplier at settlement.
                """;
        Agreement agreement = SharedFiles.compiled("stated", text);
        SettlementEngine engine = new SettlementEngine();
        SettlementPeriod year = engine.periods(agreement).periods("Year").get(0);
        AdjustmentValue lasting = new AdjustmentValue(LocalDate.of(2026, 12, 22), Optional.empty(), Exact.of(38));
        AdjustmentValue single =
                new AdjustmentValue(LocalDate.of(2025, 12, 30), Optional.of(LocalDate.of(2026, 1, 4)), Exact.of(1000));
        AdjustmentValue later = new AdjustmentValue(LocalDate.of(2027, 1, 1), Optional.empty(), Exact.of(9));
        Evidence evidence = Evidence.asOf(7)
                .adjustment("Lasting", List.of(lasting, later))
                .adjustment("Single", List.of(single))
                .build();

        Case changes = new Case(agreement, year, evidence);
        Settlement settled = ((Outcome.Settled) engine.settle(changes)).settlement();
        Statement statement = settled.statement();

        assertThat(statement.lines().get(0).net()).isEqualByComparingTo("98.00");
        assertThat(statement.trace().get(0).adjustments())
                .containsExactly(
                        new LineTrace.AdjustmentUsed(
                                "Lasting", LocalDate.of(2026, 12, 22), LocalDate.of(2027, 1, 1), "380", "kWh"),
                        new LineTrace.AdjustmentUsed(
                                "Single", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 4), "0.6", "MWh"));
        assertThat(Settlement.fromJson(settled.canonicalJson())).isEqualTo(statement);
        assertThat(ExplanationText.of(Explaining.of(engine, changes, statement, Optional.of(text))))
                .contains("Lasting from 2026-12-22 to 2026-12-31");
    }

    @Test
    void the_vat_of_a_correction_is_the_difference_of_two_documents() {
        assertMet(PAID.replace("13.5 %", "9 %") + """
                scenario "0.58 and not 9 % of 6.35":
                  given Day Meter totals 2,372.8 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  given Day Meter totals 2,309.3 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026 again.
                  expect a reversal of 237.28 EUR, plus VAT of 21.36 EUR, in total 258.64 EUR, payable by Supplier to Client.
                  expect a balance of 230.93 EUR, plus VAT of 20.78 EUR, in total 251.71 EUR, payable by Client to Supplier.
                  expect a correction of 6.35 EUR, plus VAT of 0.58 EUR, in total 6.93 EUR, payable by Supplier to Client.
                """);
    }

    @Test
    void carried_corrections_wait_for_the_longer_period() {
        assertMet(PAID.replace("Owed is", "corrections of Month are carried to Year.\nOwed is") + """
                Due is Used * 0.10 EUR per kWh.
                Earned is the total of Due over Year.
                Paid is the amount due by Client under clause 1 over Year.
                Rest is the amount by which Paid exceeds Earned.
                clause 3 "Rest": Supplier shall pay Rest to Client at settlement.
                scenario "a late reading":
                  given Day Meter totals 0 kWh over 1 January 2026 to 31 December 2026.
                  given Day Meter totals 1,000 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  given Day Meter totals 900 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026 again.
                  expect no correction.
                  expect a balance of 100.00 EUR, plus VAT of 13.50 EUR, in total 113.50 EUR, payable by Client to Supplier.
                  settle Year starting 1 January 2026.
                  expect Supplier to pay 10.00 EUR to Client under clause 3.
                  given Day Meter totals 800 kWh over 1 January 2026 to 31 January 2026.
                  settle Year starting 1 January 2026 again.
                  expect a correction of 10.00 EUR, payable by Supplier to Client.
                """);
    }

    @Test
    void what_makes_no_correction_says_why() {
        String story = """
                scenario "again":
                  given Day Meter totals 100 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  settle Month starting 1 January 2026 again.
                  expect a correction of 1.00 EUR, payable by Supplier to Client.
                  expect no payment for Month starting 1 March 2026.
                scenario "never settled":
                  settle Month starting 1 January 2026 again.
                  expect no payment.
                """;

        assertThat(failures("corrections of Month are carried to Year.\n" + PAID + story))
                .extracting(StepResult::message)
                .containsExactly(
                        "corrections of Month are carried to Year, so that it makes none",
                        "Month starting 2026-03-01 was not settled before this expectation",
                        "Month starting 2026-01-01 was not settled before",
                        "nothing was settled before this expectation");
    }

    @Test
    void what_was_settled_before_counts_unless_it_is_given_later() {
        assertMet(PAID + """
                scenario "an opening balance":
                  given the previous Owed is 50 EUR.
                  given Day Meter totals 100 kWh over 1 March 2026 to 31 March 2026.
                  given Day Meter totals 100 kWh over 1 April 2026 to 30 April 2026.
                  given Day Meter totals 100 kWh over 1 May 2026 to 31 May 2026.
                  settle Month starting 1 March 2026.
                  expect Client to pay 5.00 EUR to Supplier under clause 2.
                  settle Month starting 1 April 2026.
                  expect Client to pay 6.00 EUR to Supplier under clause 2.
                  given the previous Owed is 10 EUR.
                  settle Month starting 1 May 2026.
                  expect Client to pay 1.00 EUR to Supplier under clause 2.
                """);
    }

    @Test
    void a_like_scenario_has_its_own_givens_and_the_same_settlements() {
        assertMet(PAID + """
                scenario "two months":
                  given Day Meter totals 100 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  given Day Meter totals 100 kWh over 1 February 2026 to 28 February 2026.
                  settle Month starting 1 February 2026.
                  expect Owed to be 20 EUR.
                scenario "a colder February" like "two months":
                  given Day Meter totals 300 kWh over 1 February 2026 to 28 February 2026.
                  expect Owed to be 40 EUR.
                  expect Owed to be 10 EUR for Month starting 1 January 2026.
                scenario "March" after "a colder February":
                  given Day Meter totals 100 kWh over 1 March 2026 to 31 March 2026.
                  settle Month starting 1 March 2026.
                  expect Owed to be 50 EUR.
                scenario "a colder March" like "March":
                  given Day Meter totals 200 kWh over 1 March 2026 to 31 March 2026.
                  expect Owed to be 60 EUR.
                """);
    }

    private static void assertMet(String text) {
        assertThat(results(text))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.steps())
                        .isNotEmpty()
                        .allSatisfy(
                                step -> assertThat(step.passed()).as("%s", step).isTrue()));
    }

    private static List<StepResult> failures(String text) {
        return results(text).stream()
                .flatMap(result -> result.failures().stream())
                .toList();
    }

    private static List<ScenarioResult> results(String text) {
        return ScenarioRunner.run(SharedFiles.compiled("stated", HEAD + text));
    }
}
