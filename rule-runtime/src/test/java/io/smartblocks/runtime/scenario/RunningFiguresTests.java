package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.runtime.SharedFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables, bands, caps, ratchets and indexes, told as scenarios: each figure was worked out by hand. */
class RunningFiguresTests {

    private static final String HEAD = """
            contract "Running figures" version 1.0.
            in force from 1 January 2026 to 31 December 2028.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Month Meter reads kWh every 1 month from "meter/month".
            meter Day Meter reads kWh every 1 day from "meter/day".
            index Gas is published in EUR per MWh every 1 month by "Exchange".
            index Labour is published in points every 3 months by "Office".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            period Quarter is every 3 months from 1 January 2026, settled 5 working days after its end.
            period Year is every 1 year from 1 January 2026, settled 20 working days after its end.
            season Winter is 1 January to 31 March.
            when readings of Day Meter, Month Meter are missing, hold settlement, notify Client.
            Used is the total of Month Meter over Month.
            """;

    @Test
    void a_table_has_the_value_of_the_year_in_which_the_period_lies() {
        assertMet("""
                table Target in kWh by Year: 1: 1,000; 2 to 3: -1,200.
                Missed is Target - Used.
                clause 1 "Target": when Missed is above 0 kWh,
                  Client shall pay Missed * 0.10 EUR per kWh to Supplier at settlement.
                scenario "year 1 and 2":
                  given Month Meter totals 400 kWh over 1 January 2026 to 31 January 2026.
                  given Month Meter totals 100 kWh over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2026.
                  expect Missed to be 600 kWh.
                  expect Client to pay 60.00 EUR to Supplier.
                  settle Month starting 1 January 2027.
                  expect Target to be -1,200 kWh.
                  expect no payment.
                """);
    }

    @Test
    void a_table_without_a_row_for_the_period_refuses_the_settlement_and_names_itself() {
        assertTold("""
                table Target in kWh by Year: 1: 1,000.
                Missed is Target - Used.
                clause 1 "Target": Client shall pay Missed * 0.10 EUR per kWh to Supplier at settlement.
                scenario "year 2":
                  given Month Meter totals 400 kWh over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2027.
                  expect settlement to be held.
                """, "refused: the table Target has no value for Year 2");
    }

    @Test
    void a_table_that_steps_within_a_period_of_another_name_does_not_disturb_it() {
        assertMet("""
                table Target in kWh by Month: 1 to 36: 10.
                table Steps in kWh by Month: 1: 1; 2 to 36: 2.
                Missed is Target - Used + Steps.
                Fee is 5 EUR.
                clause 1 "Target": Client shall pay Missed * 1 EUR per kWh to Supplier at settlement.
                clause 2 "Fee": for each Year, Client shall pay Fee to Supplier at settlement.
                scenario "a year":
                  settle Year starting 1 January 2026.
                  expect Client to pay 5.00 EUR to Supplier.
                """);
    }

    @Test
    void bands_count_from_the_start_of_the_year_and_back_below_nothing() {
        assertMet("""
                Share is Used in bands: the first 100 kWh at 70 %; the next 50 kWh at 50 %; the rest at 30 %,
                  counted from the start of Year.
                clause 1 "Share": Client shall pay (the amount by which Share exceeds 0 kWh) * 1 EUR per kWh to Supplier
                  at settlement.
                scenario "five months":
                  given Month Meter totals 80; 80; -100; -90; 300 kWh every 1 month from 1 January 2026.
                  given Month Meter totals 0; 0; 0; 0; 0; 0; 0 kWh every 1 month from 1 June 2026.
                  given Month Meter totals 120 kWh over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2026.
                  expect Share to be 56 kWh.
                  settle Month starting 1 February 2026.
                  expect Share to be 42 kWh.
                  settle Month starting 1 March 2026.
                  expect Share to be -56 kWh.
                  settle Month starting 1 April 2026.
                  expect Share to be -63 kWh.
                  settle Month starting 1 May 2026.
                  expect Share to be 152 kWh.
                  settle Month starting 1 January 2027.
                  expect Share to be 80 kWh.
                """);
    }

    @Test
    void tiers_of_one_period_alone_have_prices_as_rates_and_terms_as_widths() {
        assertMet("""
                First Tier is 100 kWh.
                Low Price is 0.20 EUR per kWh.
                Charge is Used in bands: up to First Tier at Low Price; up to 150 kWh at 0.30 EUR per kWh;
                  above at 0.40 EUR per kWh, at least 25 EUR, rounded down to 1 EUR.
                clause 1 "Charge": Client shall pay Charge to Supplier at settlement.
                scenario "three months":
                  given Month Meter totals 80; 120; 161 kWh every 1 month from 1 January 2026.
                  settle Month starting 1 January 2026.
                  expect Charge to be 25 EUR.
                  settle Month starting 1 February 2026.
                  expect Charge to be 26 EUR.
                  settle Month starting 1 March 2026.
                  expect Charge to be 39 EUR.
                """);
    }

    @Test
    void bands_whose_terms_do_not_rise_refuse_the_settlement() {
        assertTold("""
                First Tier is 100 kWh.
                Share is Used in bands: up to 150 kWh at 70 %; up to First Tier at 50 %; the rest at 30 %.
                clause 1 "Share": Client shall pay Share * 1 EUR per kWh to Supplier at settlement.
                scenario "disorder":
                  given Month Meter totals 80 kWh over 1 January 2026 to 31 January 2026.
                  settle Month starting 1 January 2026.
                  expect settlement to be held.
                """, "refused: a band of Share ends where the band before has already ended");
    }

    @Test
    void a_cap_in_each_year_leaves_later_months_what_earlier_ones_left() {
        assertMet("""
                Fee is Used * 1 EUR per kWh, at least 0 EUR, at most 200 EUR in each Year.
                clause 1 "Fee": Client shall pay Fee to Supplier at settlement.
                scenario "a year and a month":
                  given Month Meter totals 90; -50; 90; 90; 90; 0; 0; 0; 0; 0; 0; 0; 250 kWh every 1 month
                    from 1 January 2026.
                  settle Month starting 1 March 2026.
                  expect Client to pay 90.00 EUR to Supplier.
                  settle Month starting 1 April 2026.
                  expect Client to pay 20.00 EUR to Supplier.
                  settle Month starting 1 May 2026.
                  expect no payment.
                  settle Month starting 1 January 2027.
                  expect Client to pay 200.00 EUR to Supplier.
                """);
    }

    @Test
    void an_index_named_alone_has_one_value_in_the_period() {
        String text = """
                Heat Price is 60 EUR per MWh * (10 %% + 90 %% * Gas / 30 EUR per MWh), rounded half up to 0.01 EUR per MWh.
                Labour Charge is 100 EUR * Labour / 120 points.
                Heat Charge is Used * Heat Price.
                Mean Price is the average of Heat Price over Quarter.
                clause 1 "Heat": Client shall pay Heat Charge to Supplier at settlement.
                clause 2 "Labour": for each Month, Client shall pay Labour Charge to Supplier at settlement.
                scenario "January":
                  given Month Meter totals 1,000 kWh over 1 January 2026 to 31 January 2026.
                  given Gas is 33; 36; 39 EUR per MWh every 1 month from 1 January 2026.
                  given Labour is 126 points over %s to 31 March 2026.
                  given Labour is 120 points over 1 October 2025 to %s.
                  settle Month starting 1 January 2026.
                """;
        assertMet(text.formatted("1 January 2026", "31 December 2025") + """
                  expect Heat Price to be 65.40 EUR per MWh.
                  expect Client to pay 65.40 EUR to Supplier under clause 1.
                  expect Client to pay 105.00 EUR to Supplier under clause 2.
                  settle Quarter starting 1 January 2026.
                  expect Mean Price to be 70.80 EUR per MWh.
                """);
        assertTold(
                text.formatted("15 January 2026", "14 January 2026") + "  expect settlement to be held.\n",
                "refused: Labour has more than one value between 2026-01-01 and 2026-01-31; take its average");
    }

    @Test
    void an_index_has_a_total_of_its_publications_and_extremes_over_days() {
        assertMet("""
                Sum is the total of Gas over Year.
                Half is the total of (Gas * 0.5) over Quarter.
                Top is the highest of Gas over Year.
                Bottom is the lowest of Gas over Year.
                clause 1 "Sum": Client shall pay (Sum + Top + Bottom) * 1 MWh to Supplier at settlement.
                clause 2 "Half": Client shall pay Half * 1 MWh to Supplier at settlement.
                scenario "a year":
                  given Gas is 30 EUR per MWh over 1 January 2026 to 30 June 2026.
                  given Gas is 31; 32; 33; 34; 35; 36 EUR per MWh every 1 month from 1 July 2026.
                  settle Year starting 1 January 2026.
                  expect Sum to be 381 EUR per MWh.
                  expect Top to be 36 EUR per MWh.
                  expect Bottom to be 30 EUR per MWh.
                  settle Quarter starting 1 July 2026.
                  expect Half to be 48 EUR per MWh.
                """);
    }

    @Test
    void any_expression_of_shorter_periods_is_joined_over_a_longer_one_and_by_season() {
        assertMet("""
                Cost is Used * 0.10 EUR per kWh.
                Best is the highest of (Cost - 1 EUR) over Year.
                Valued is the total of (Used * Gas) over Quarter.
                Cold is the total of Used in Winter over Year.
                clause 1 "Best": Client shall pay Best to Supplier at settlement.
                clause 2 "Valued": Client shall pay Valued + 0 EUR to Supplier at settlement.
                clause 3 "Cold": when Cold is above 0 kWh, Client shall pay 1 EUR to Supplier at settlement.
                scenario "a year":
                  given Month Meter totals 100; 200; 300; 400; 100; 100; 100; 100; 100; 100; 100; 100 kWh every 1 month
                    from 1 January 2026.
                  given Gas is 30; 40; 50 EUR per MWh every 1 month from 1 January 2026.
                  settle Year starting 1 January 2026.
                  expect Best to be 39 EUR.
                  expect Cold to be 600 kWh.
                  settle Quarter starting 1 January 2026.
                  expect Client to pay 26.00 EUR to Supplier.
                """);
    }

    @Test
    void a_ratchet_looks_at_those_earlier_months_that_exist() {
        assertMet("""
                Peak is the highest of Day Meter over Month.
                Billed is the greater of Peak and (80 % of (the highest of Peak over the previous 2 Months)).
                clause 1 "Demand": Client shall pay Billed * 1 EUR per kWh to Supplier at settlement.
                scenario "four months":
                  given Day Meter reads 10 kWh each over 1 January 2026 to 31 January 2026.
                  given Day Meter reads 5 kWh each over 1 February 2026 to 30 April 2026.
                  settle Month starting 1 January 2026.
                  expect Billed to be 10 kWh.
                  settle Month starting 1 March 2026.
                  expect Billed to be 8 kWh.
                  settle Month starting 1 April 2026.
                  expect Billed to be 5 kWh.
                """);
    }

    @Test
    void there_is_no_average_of_earlier_months_before_the_first() {
        assertTold("""
                Mean is the average of Used over the previous 2 Months.
                clause 1 "Mean": Client shall pay Mean * 1 EUR per kWh to Supplier at settlement.
                scenario "the first month":
                  settle Month starting 1 January 2026.
                  expect settlement to be held.
                """, "refused: there is no Month to take the average of");
    }

    @Test
    void the_amount_due_over_a_year_reads_documents_and_terms_are_evaluated_again() {
        assertMet("""
                Charge is Used * 0.333 EUR per kWh.
                Invoiced is the amount due by Client under clause 1 over Quarter.
                Worth is the total of Charge over Quarter.
                Left is Worth - Invoiced.
                clause 1 "Charge": Client shall pay Charge to Supplier at settlement.
                clause 2 "Left": when Left is above 0 EUR, Client shall pay Left to Supplier at settlement.
                scenario "late readings":
                  given Month Meter totals 1; 1; 1 kWh every 1 month from 1 January 2026.
                  settle Month starting 1 January 2026.
                  settle Month starting 1 February 2026.
                  settle Month starting 1 March 2026.
                  given Month Meter totals 11 kWh over 1 March 2026 to 31 March 2026.
                  settle Quarter starting 1 January 2026.
                  expect Invoiced to be 0.99 EUR.
                  expect Worth to be 4.329 EUR.
                  expect Client to pay 3.34 EUR to Supplier under clause 2.
                """);
    }

    @Test
    void what_a_term_starts_at_is_said_in_a_sentence_of_its_own() {
        assertMet("""
                Bank is the previous Bank + Used.
                Bank starts at 7 kWh.
                clause 1 "Bank": Client shall pay Bank * 1 EUR per kWh to Supplier at settlement.
                scenario "two months, then a given start":
                  given Month Meter totals 1; 2 kWh every 1 month from 1 January 2026.
                  settle Month starting 1 January 2026.
                  expect Bank to be 8 kWh.
                  settle Month starting 1 February 2026.
                  expect Bank to be 10 kWh.
                scenario "opened in between":
                  given the previous Bank is 100 kWh.
                  given Month Meter totals 1; 2; 3 kWh every 1 month from 1 January 2026.
                  settle Month starting 1 February 2026.
                  expect Bank to be 102 kWh.
                  settle Month starting 1 March 2026.
                  expect Bank to be 105 kWh.
                """);
    }

    @Test
    void a_long_year_of_days_is_settled_once_per_day_and_term() {
        assertMet("""
                period Day is every 1 day from 1 January 2026, settled 1 day after its end.
                Daily is the total of Day Meter over Day.
                Tiered is Daily in bands: the first 100 kWh at 1 EUR per kWh; the rest at 2 EUR per kWh,
                  counted from the start of Year.
                Fee is Tiered, at most 600 EUR in each Year.
                clause 1 "Fee": Client shall pay Fee to Supplier at settlement.
                scenario "the last day":
                  given Day Meter reads 1 kWh each over 1 January 2026 to 31 December 2026.
                  settle Day starting 31 December 2026.
                  expect no payment.
                  settle Day starting 10 April 2026.
                  expect Client to pay 1.00 EUR to Supplier.
                """);
    }

    private static List<ScenarioResult> run(String sentences) {
        return ScenarioRunner.run(SharedFiles.compiled("running", HEAD + sentences));
    }

    private static void assertMet(String sentences) {
        List<ScenarioResult> results = run(sentences);
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.steps()).isNotEmpty());
        assertThat(results.stream().flatMap(result -> result.failures().stream()))
                .isEmpty();
    }

    private static void assertTold(String sentences, String told) {
        assertThat(run(sentences))
                .flatMap(ScenarioResult::steps)
                .singleElement()
                .satisfies(step -> assertThat(step.actual()).contains(told));
    }
}
