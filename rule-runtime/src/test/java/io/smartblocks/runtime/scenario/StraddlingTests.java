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

class StraddlingTests {

    private static final String BASE = """
            contract "Ringsend Laundry supply" version 1.0.
            in force from 10 February 2026 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Supplier is "Poolbeg Energy Supply Ltd".
            party Client is "Ringsend Laundry Ltd".
            meter Supply Meter reads kWh every 1 hour from "meter/IE-6120".
            period Billing Period is every 30 days from 10 February 2026, settled 3 working days after its end.
            when readings of Supply Meter are missing, hold settlement.
            Peak Price is 0.30 EUR per kWh.
            Price is Peak Price when it is from 08:00 to 20:00; 0.10 EUR per kWh otherwise.
            Energy Charge is the total of (Supply Meter * Price) over Billing Period.
            Daily Charge is 0.5420 EUR per day.
            Standing Charge is Daily Charge * the days of Billing Period.
            Levy is 2 EUR.
            clause 1 "Energy":
              Client shall pay Energy Charge to Supplier within 14 days after settlement, described as "energy".
            clause 2 "Standing charge":
              Client shall pay Standing Charge to Supplier within 14 days after settlement, described as "standing".
            clause 3 "Levy":
              for each Billing Period, Client shall pay Levy to Supplier within 14 days after settlement, described as "levy".
            VAT at 9 % is added to clauses 1, 2 and 3.
            """;

    private static final String HEAD = """
            amendment 1 to "Ringsend Laundry supply" version 1.0 gives version 1.1,
              effective 1 March 2026, signed by Supplier, Client.
            """;

    /** 19 days before the change and 11 from it on: 12 hours of 10 kWh at each price, every day. */
    private static final String STORY = """
            scenario "the change falls in February's period":
              given Supply Meter reads 10 kWh each over 10 February 2026 to 12 May 2026.
              settle Billing Period starting 10 February 2026.
            """;

    @Test
    void a_price_by_the_clock_turns_at_midnight_and_what_counts_by_the_period_with_the_next_one() {
        passes("""
                replace Peak Price is 0.40 EUR per kWh.
                replace Daily Charge is 0.60 EUR per day.
                replace Levy is 3 EUR.
                replace VAT at 13.5 % is added to clauses 1, 2 and 3.
                """ + STORY + """
                  expect Client to pay 1,572.00 EUR to Supplier for "energy".
                  expect Client to pay 16.26 EUR to Supplier for "standing".
                  expect Client to pay 2.00 EUR to Supplier for "levy".
                  expect a balance of 1,590.26 EUR, plus VAT of 143.12 EUR, in total 1,733.38 EUR, payable by Client to Supplier.
                  settle Billing Period starting 12 March 2026.
                  expect Client to pay 1,799.00 EUR to Supplier for "energy".
                  expect Client to pay 18.00 EUR to Supplier for "standing".
                  expect Client to pay 3.00 EUR to Supplier for "levy".
                  expect a balance of 1,820.00 EUR, plus VAT of 245.70 EUR, in total 2,065.70 EUR, payable by Client to Supplier.
                """);
    }

    @Test
    void what_changes_by_days_is_the_old_value_before_and_the_new_one_from_the_day_on() {
        passes("""
                replace Daily Charge is 0.6020 EUR per day, by days.
                replace Levy by days is 5 EUR.
                """ + STORY + """
                  expect Client to pay 1,440.00 EUR to Supplier for "energy".
                  expect Client to pay 16.92 EUR to Supplier for "standing".
                  expect Client to pay 3.10 EUR to Supplier for "levy".
                  settle Billing Period starting 12 March 2026.
                  expect Client to pay 18.06 EUR to Supplier for "standing".
                  expect Client to pay 5.00 EUR to Supplier for "levy".
                """);
    }

    @Test
    void a_clause_that_is_repealed_added_or_replaced_changes_with_the_first_period_that_begins_after_the_day() {
        passes("""
                repeal clause 3.
                repeal Levy.
                replace VAT at 9 % is added to clauses 1, 2 and 4.
                replace Standing Charge is 20 EUR + Daily Charge * the days of Billing Period.
                Bonus is 1 EUR for each full 1,000 kWh of the total of Supply Meter over Billing Period.
                clause 4 "Bonus": Supplier shall pay Bonus to Client within 14 days after settlement, described as "bonus".
                """ + STORY + """
                  expect no payment under clause 4.
                  expect Client to pay 16.26 EUR to Supplier for "standing".
                  expect a balance of 1,458.26 EUR, plus VAT of 131.24 EUR, in total 1,589.50 EUR, payable by Client to Supplier.
                  settle Billing Period starting 12 March 2026.
                  expect Client to pay 36.26 EUR to Supplier for "standing".
                  expect Supplier to pay 7.00 EUR to Client under clause 4.
                """);
    }

    @Test
    void two_changes_in_one_period_both_turn_at_their_midnight() {
        Amended first = amended(BASE, HEAD + "replace Peak Price is 0.40 EUR per kWh.");
        String second = HEAD.replace("amendment 1", "amendment 2")
                        .replace("1.1", "1.2")
                        .replace("1.0", "1.1")
                        .replace("1 March", "6 March")
                + "replace Peak Price is 0.50 EUR per kWh.\n" + STORY
                + "  expect Client to pay 1,644.00 EUR to Supplier for \"energy\".\n";
        Amended next = amended(first.text().orElseThrow().text(), second);
        Timeline timeline = Timeline.of(List.of(
                first.before().orElseThrow(),
                first.after().orElseThrow(),
                next.after().orElseThrow()));
        assertPasses(timeline);
    }

    @Test
    void a_change_on_the_first_day_of_a_period_splits_nothing() {
        Amended amended = amended(BASE, HEAD.replace("1 March", "12 March") + "replace Levy is 3 EUR, by days.");
        Agreement before = amended.before().orElseThrow();
        Agreement after = amended.after().orElseThrow();
        Timeline timeline = Timeline.of(List.of(before, after));
        java.time.LocalDate turn = java.time.LocalDate.of(2026, 3, 12);
        assertThat(timeline.during("Billing Period", turn.minusDays(30), turn)).isSameAs(before);
        assertThat(timeline.during("Billing Period", turn, turn.plusDays(30))).isSameAs(after);
    }

    private static void passes(String changes) {
        Amended amended = amended(BASE, HEAD + changes);
        assertPasses(Timeline.of(
                List.of(amended.before().orElseThrow(), amended.after().orElseThrow())));
    }

    private static void assertPasses(Timeline timeline) {
        List<ScenarioResult> results = ScenarioRunner.run(timeline, new SettlementEngine());
        assertThat(results).isNotEmpty();
        assertThat(results).flatExtracting(ScenarioResult::steps).isNotEmpty();
        assertThat(results).flatExtracting(ScenarioResult::failures).isEmpty();
    }

    private static Amended amended(String base, String amendment) {
        Amended amended =
                AgreementCompiler.amend(new SourceText("base.esco", base), new SourceText("amendment.esco", amendment));
        assertThat(amended.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        return amended;
    }
}
