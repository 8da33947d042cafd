package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.SharedFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What sentences mean, told as scenarios: each figure was worked out by hand. */
class WrittenSentencesTests {

    private static final String HEAD = """
            contract "Sentences" version 1.0.
            in force from 1 January 2026 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Hour Meter reads kWh every 1 hour from "meter/hour".
            meter Day Meter reads kWh every 1 day from "meter/day".
            meter Month Meter reads kWh every 1 month from "meter/month".
            index Price is published in EUR per kWh every 1 month by "Exchange".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            period Year is every 1 year from 1 January 2026, settled 20 working days after its end.
            season Winter is 1 November to 31 March.
            when readings of Day Meter, Month Meter are missing, hold settlement, notify Client.
            Used is the total of Day Meter over Month.
            """;

    @Test
    void a_year_adds_up_its_months_as_they_are_settled_the_first_one_cut() {
        String text = """
                Year Use is the total of Used over Year.
                Fee is 1 EUR per day * the days of Month.
                Fees is the total of Fee over Year.
                Best is the highest of Used over Year.
                Mean is the average of Used over Year.
                clause 1 "Use": Client shall pay Year Use * 0.10 EUR per kWh + Fees to Supplier at settlement.
                scenario "all of it":
                  given Day Meter reads 2 kWh each over 30 January 2026 to 31 December 2026.
                  settle Year starting 30 January 2026.
                  expect Year Use to be 672 kWh.
                  expect Fees to be 336 EUR.
                  expect Best to be 62 kWh.
                  expect Mean to be 56 kWh.
                  expect Client to pay 403.20 EUR to Supplier.
                """;

        assertMet(compiled(text, "in force from 1 January 2026", "in force from 30 January 2026"));
    }

    @Test
    void earlier_periods_are_looked_at_by_meter_and_by_term() {
        assertMet("""
                Peak is the highest of Day Meter over the previous 11 Months.
                Before is the total of Used over the previous 2 Months.
                Low is the lowest of Used over the previous 11 Months.
                clause 1 "Use":
                  Client shall pay (Used + Peak + Before + Low) * 1 EUR per kWh to Supplier at settlement.
                scenario "December":
                  given Day Meter reads 1 kWh each over 1 January 2026 to 31 December 2026.
                  given Day Meter reads 7 kWh each over 1 January 2026 to 1 January 2026.
                  settle Month starting 1 December 2026.
                  expect Peak to be 7 kWh.
                  expect Before to be 61 kWh.
                  expect Low to be 28 kWh.
                  expect Client to pay 127 EUR to Supplier.
                """);
    }

    @Test
    void a_term_of_another_period_keeps_its_exceptions() {
        assertMet("""
                Charge is Used * 0.10 EUR per kWh.
                Charges is the total of Charge over Year.
                clause 1 "Months": Client shall pay Charge to Supplier at settlement.
                clause 2 "Little use" is an exception to clause 1:
                  when Used is below 30 kWh, Charge is instead 1 EUR.
                clause 3 "Year": Client shall pay 10 % of Charges to Supplier at settlement.
                scenario "February is short":
                  given Day Meter reads 1 kWh each over 1 January 2026 to 31 December 2026.
                  settle Year starting 1 January 2026.
                  expect Charges to be 34.70 EUR.
                  expect Client to pay 3.47 EUR to Supplier under clause 3.
                """);
    }

    @Test
    void an_index_is_read_at_the_start_at_the_end_and_on_a_day_long_past() {
        assertMet("""
                clause 1 "First": Client shall pay 100 kWh * the value of Price at the start of Month to Supplier
                  at settlement.
                clause 2 "Last": Client shall pay 100 kWh * the value of Price at the end of Month to Supplier
                  at settlement.
                clause 3 "Base": Client shall pay Used * the value of Price on 3 March 2024 to Supplier at settlement.
                clause 4 "Mean": Client shall pay 310 kWh * the average of Price over Month to Supplier at settlement.
                scenario "it steps":
                  given Price is 0.11 EUR per kWh over 1 March 2024 to 31 March 2024.
                  given Price is 0.20 EUR per kWh over 1 January 2026 to 15 January 2026.
                  given Price is 0.30 EUR per kWh over 16 January 2026 to 31 January 2026.
                  given Day Meter reads 10 kWh each over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect Client to pay 20.00 EUR to Supplier under clause 1.
                  expect Client to pay 30.00 EUR to Supplier under clause 2.
                  expect Client to pay 34.10 EUR to Supplier under clause 3.
                  expect Client to pay 78.00 EUR to Supplier under clause 4.
                """);
    }

    @Test
    void an_index_without_values_gives_one_reason_for_each_span_of_days() {
        assertTold(
                """
                Value is the total of (Hour Meter * Price) over Month.
                clause 1 "Use": Client shall pay Value to Supplier at settlement.
                scenario "published for a fortnight":
                  given Price is 0.20 EUR per kWh over 4 January 2026 to 17 January 2026.
                  given Hour Meter reads 1 kWh each over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect settlement to be held.
                """,
                "Price has no published value from 2026-01-01 to 2026-01-03; "
                        + "Price has no published value from 2026-01-18 to 2026-01-31");
    }

    @Test
    void one_replacement_feeds_several_clauses_of_several_vat_rates_in_both_directions() {
        assertMet("""
                Charge is Used * 0.1 EUR per kWh.
                clause 1 "Charge": Client shall pay Charge to Supplier at settlement.
                clause 2 "Refund": Supplier shall pay Charge * 50 % to Client at settlement.
                clause 3 "Flat" is an exception to clause 1: when Used is above 100 kWh, Charge is instead 50.01 EUR.
                VAT at 23 % is added to clause 1.
                VAT at 9 % is added to clause 2.
                scenario "flat":
                  given Day Meter reads 10 kWh each over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect Client to pay 50.01 EUR to Supplier under clause 1.
                  expect Supplier to pay 25.01 EUR to Client under clause 2.
                  expect a balance of 25.00 EUR, plus VAT of 9.25 EUR, in total 34.25 EUR,
                    payable by Client to Supplier.
                """);
    }

    @Test
    void an_exception_to_an_exception_gives_the_clause_its_force_back() {
        assertMet("""
                clause 1 "Use": Client shall pay Used * 0.1 EUR per kWh to Supplier at settlement.
                clause 2 "Much use" is an exception to clause 1:
                  when Used is above 100 kWh, no payment is due under clause 1.
                clause 3 "Very much use" is an exception to clause 2:
                  when Used is above 1,000 kWh, no payment is due under clause 2.
                scenario "little":
                  given Day Meter reads 1 kWh each over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect Client to pay 3.10 EUR to Supplier under clause 1.
                scenario "much":
                  given Day Meter reads 10 kWh each over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect no payment.
                scenario "very much":
                  given Day Meter reads 100 kWh each over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect Client to pay 310.00 EUR to Supplier under clause 1.
                """);
    }

    @Test
    void what_is_not_asked_for_is_not_divided() {
        assertMet("""
                Share is 5 EUR when Used is equal to 0 kWh; 10 kWh / Used * 1 EUR otherwise.
                clause 1 "Share": Client shall pay Share to Supplier at settlement.
                clause 2 "Ratio":
                  when Used is above 0 kWh and 10 kWh / Used is above 0.01,
                  Client shall pay 3 EUR to Supplier at settlement.
                scenario "nothing used":
                  given Day Meter reads 0 kWh each over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect Share to be 5 EUR.
                  expect Client to pay 5 EUR to Supplier.
                  expect no payment under clause 2.
                """);
    }

    @Test
    void a_rising_price_rises_from_the_second_year_on() {
        assertMet("""
                Unit Price is 0.10 EUR per kWh, rising by 10 % each Year.
                clause 1 "Use": Client shall pay Used * Unit Price to Supplier at settlement.
                scenario "first year":
                  given Day Meter reads 100 kWh each over 1 December 2026 to 31 December 2026.
                  settle Month starting 1 December 2026.
                  expect Client to pay 310.00 EUR to Supplier.
                scenario "second year":
                  given Day Meter reads 100 kWh each over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2027.
                  expect Client to pay 341.00 EUR to Supplier.
                """);
    }

    @Test
    void full_steps_are_counted_whole_and_never_below_zero() {
        assertMet("""
                Steps is 1 EUR for each full 10 kWh of Used.
                Parts is 1 EUR for each 10 kWh of Used.
                Below is 1 EUR for each full 10 kWh of (Used - 1,000 kWh).
                clause 1 "Steps": Client shall pay Steps + Parts + Below to Supplier at settlement.
                scenario "between two steps":
                  given Day Meter totals 319.9 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect Steps to be 31 EUR.
                  expect Parts to be 31.99 EUR.
                  expect Below to be 0 EUR.
                """);
    }

    @Test
    void the_calendar_counts_local_hours_days_and_months() {
        assertMet("""
                Hours is the hours of Month.
                Night is the hours of Month from 23:00 to 08:00.
                Early is the days of Month before 10 October 2026.
                Late is the days of Month from 10 October 2026.
                Work is the days of Month on working days.
                Cold is the days of Month in Winter.
                Months is the months of Month.
                clause 1 "Time":
                  Client shall pay Hours * 1 EUR per hour + Night * 1 EUR per hour
                    + (Early + Late + Work + Cold) * 1 EUR per day + Months * 1 EUR per month to Supplier at settlement.
                scenario "the clock goes back":
                  settle Month starting 1 October 2026.
                  expect Hours to be 745 hours.
                  expect Night to be 280 hours.
                  expect Early to be 9 days.
                  expect Late to be 22 days.
                  expect Work to be 21 days.
                  expect Cold to be 0 days.
                  expect Months to be 1 month.
                scenario "the clock goes forward":
                  settle Month starting 1 March 2027.
                  expect Hours to be 743 hours.
                  expect Night to be 278 hours.
                  expect Early to be 0 days.
                  expect Late to be 31 days.
                  expect Cold to be 31 days.
                """);
    }

    @Test
    void a_replacement_that_is_only_partly_so_is_refused_and_not_skipped() {
        assertTold("""
                Charge is Used * 0.1 EUR per kWh.
                clause 1 "Charge": Client shall pay Charge to Supplier at settlement.
                clause 2 "Days" is an exception to clause 1: Charge is instead 5 EUR when it is a working day;
                  7 EUR otherwise.
                scenario "a month has both":
                  given Day Meter reads 1 kWh each over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect settlement to be held.
                """, "refused: clause 2 asks what holds only for a part of Month starting 2026-01-01");
    }

    @Test
    void readings_that_lie_across_the_ends_of_a_period_are_refused() {
        assertTold(
                """
                period Week is every 1 week from 5 January 2026, settled 5 working days after its end.
                Week Use is the total of Month Meter over Week.
                clause 1 "Use": Client shall pay Week Use * 1 EUR per kWh to Supplier at settlement.
                scenario "a week of a monthly meter":
                  given Month Meter reads 31; 28; 31 kWh every 1 month from 1 January 2026.
                  settle Week starting 12 January 2026.
                  expect settlement to be held.
                """,
                "refused: a reading of Month Meter, which is read every 1 month, does not lie wholly inside or outside");
    }

    @Test
    void shorter_periods_must_fit_into_the_longer_one() {
        assertTold("""
                period Bill is every 1 month from 15 January 2026, settled 5 working days after its end.
                Bill Use is the total of Day Meter over Bill.
                Year Use is the total of Bill Use over Year.
                clause 1 "Use": Client shall pay Year Use * 1 EUR per kWh to Supplier at settlement.
                scenario "bills straddle the year":
                  given Day Meter reads 1 kWh each over 1 December 2025 to 31 December 2026.
                  settle Year starting 1 January 2026.
                  expect settlement to be held.
                """, "does not lie wholly inside Year");
    }

    @Test
    void a_running_value_has_no_total_over_several_periods() {
        assertTold("""
                Running is the previous Running + Used, starting at 0 kWh.
                Year Running is the total of Running over Year.
                clause 1 "Use": Client shall pay Year Running * 1 EUR per kWh to Supplier at settlement.
                clause 2 "Use": Client shall pay Running * 1 EUR per kWh to Supplier at settlement.
                scenario "only the latest is known":
                  given Day Meter reads 1 kWh each over 1 January 2026 to 31 December 2026.
                  settle Year starting 1 January 2026.
                  expect settlement to be held.
                """, "refused: Running builds on what was settled before");
    }

    private static Agreement compiled(String sentences, String from, String to) {
        return SharedFiles.compiled("sentences", HEAD.replace(from, to) + sentences);
    }

    private static void assertMet(String sentences) {
        assertMet(compiled(sentences, "", ""));
    }

    private static void assertMet(Agreement agreement) {
        List<ScenarioResult> results = ScenarioRunner.run(agreement);
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.steps()).isNotEmpty());
        assertThat(results.stream().flatMap(result -> result.failures().stream()))
                .isEmpty();
    }

    private static void assertTold(String sentences, String told) {
        assertThat(ScenarioRunner.run(compiled(sentences, "", "")))
                .flatMap(ScenarioResult::steps)
                .singleElement()
                .satisfies(step -> assertThat(step.actual()).contains(told));
    }
}
