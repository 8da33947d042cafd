package io.smartblocks.runtime.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.FactValue;
import io.smartblocks.runtime.explain.SettlementExplanation.Revised;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.scenario.SettledCases;
import io.smartblocks.runtime.scenario.SettledCases.Settled;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainedCasesTests {

    private static final SettlementEngine ENGINE = new SettlementEngine();

    private static final String SUPPLY = """
            contract "Small" version 1.0.
            in force from 1 January 2026 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 day from "meter/IE-1/import".
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            fact Outage in hours each Billing Month is 0 hours, stated by Client, confirmed by Supplier.
            when readings of Import Meter are missing, use a straight line between the readings on either side.
            Energy Used is the total of Import Meter over Billing Month.
            clause 1 "Energy":
              when Energy Used is above 100 kWh,
              Client shall pay Energy Used * 0.20 EUR per kWh to Supplier within 14 days after settlement.
            clause 2 "Outage" is an exception to clause 1:
              when Outage is above 24 hours, no payment is due under clause 1.
            clause 3 "Plant":
              when Outage is at most 30 hours, Supplier shall "inspect the plant" within 10 days after settlement.
            clause 4 "Heat":
              Supplier shall deliver Energy Used * 0.5 to Client within 20 days after settlement.
            VAT at 9 % is added to clause 1.
            """;

    @Test
    void a_line_is_explained_from_its_clause_down_to_its_readings() {
        String words = ExplanationText.of(supply(0, Quality.MISSING));

        assertThat(words)
                .contains("Line 1: Client pays Supplier 62.00 EUR for \"Energy\", due on 2026-04-22")
                .contains("note: 1 of 31 readings of Import Meter are estimated")
                .contains(
                        "Clause 1, Energy, says: when Energy Used is above 100 kWh, Client shall pay Energy Used * 0.20")
                .contains("clause 1 asks whether Energy Used (310 kWh) is above 100 kWh: yes.")
                .contains("Rules that fired: term Energy Used; clause 1, sentence 1")
                .contains("Energy Used = 310 kWh")
                .contains("Import Meter from 2026-03-01 to 2026-03-31: 30 readings measured, 1 estimated, 0 missing")
                .contains("5.58  VAT 9 % of 62.00, which is 5.58 exactly");
    }

    @Test
    void a_duty_without_a_figure_is_explained_by_what_it_asked_down_to_the_evidence() {
        AmountExplanation inspection = supply(30, Quality.ACTUAL).duties().get(0);

        assertThat(inspection.description()).isEqualTo("Supplier shall \"inspect the plant\"");
        assertThat(inspection.sentence()).startsWith("when Outage is at most 30 hours, Supplier shall");
        assertThat(inspection.tree()).isEmpty();
        AmountExplanation.Answer asked = inspection.conditions().get(0);
        assertThat(asked.answer()).isEqualTo("yes");
        assertThat(asked.values()).singleElement().satisfies(outage -> {
            assertThat(outage.words()).isEqualTo("Outage");
            assertThat(outage.value()).isEqualTo("30");
            assertThat(outage.taken()).singleElement().asString().startsWith("Outage is 30 hours from 2026-03-01");
        });
        assertThat(inspection.margins())
                .singleElement()
                .satisfies(margin ->
                        assertThat(margin.words()).startsWith("Outage is 30 hours; it holds only up to 30 hours."));
        assertThat(change(inspection, "Outage", "1 hours").words()).isEqualTo("it would not be owed");
        assertThat(ExplanationText.of(supply(30, Quality.ACTUAL)))
                .contains("Duty 1: Supplier shall \"inspect the plant\", due on 2026-04-20")
                .contains("clause 3 asks whether Outage (30 hours) is at most 30 hours: yes.\n    Outage = 30 hours\n");
    }

    @Test
    void a_duty_with_a_figure_has_its_tree_and_what_would_have_changed_it() {
        AmountExplanation heat = supply(40, Quality.ACTUAL).duties().get(0);

        assertThat(heat.amount()).isEqualTo("155.000000");
        assertThat(heat.unit()).isEqualTo("kWh");
        assertThat(heat.tree().orElseThrow().parts())
                .extracting(Step::words, Step::value)
                .containsExactly(tuple("Energy Used", "310"), tuple("0.5", "0.5"));
        assertThat(heat.readings())
                .singleElement()
                .satisfies(used -> assertThat(used.actual()).isEqualTo(31));
        assertThat(change(heat, "Import Meter", "1 %").difference()).isEqualTo("1.550000");
    }

    @Test
    void a_limit_that_binds_says_how_much_it_takes_and_why_a_move_changes_nothing() throws IOException {
        SettlementExplanation week = sample("we6", "five weeks", "Week", LocalDate.of(2026, 2, 16));

        AmountExplanation fee = week.lines().get(0);
        assertThat(fee.amount()).isEqualTo("400.00");
        assertThat(fee.margins())
                .anySatisfy(margin -> assertThat(margin.words()).contains("at most 400 EUR takes 73.875 EUR off"));
        assertThat(change(fee, "Main Meter", "1 %").words())
                .startsWith("nothing, because the limit at most 400 EUR gives 400 EUR either way");
    }

    @Test
    void a_clause_that_does_not_speak_says_what_it_asked() throws IOException {
        SettlementExplanation week = sample("we6", "five weeks", "Week", LocalDate.of(2026, 2, 2));

        assertThat(week.lines()).isEmpty();
        assertThat(week.silent())
                .extracting(AmountExplanation::why)
                .containsExactly(
                        "Nothing is due because it is not so that Fee (0 EUR) is above 0 EUR.",
                        "Nothing is due because it is not so that Penalty (0 EUR) is above 0 EUR.");
        assertThat(week.silent().get(0).margins())
                .anySatisfy(margin -> assertThat(margin.words())
                        .contains("Energy Saved is 205.4 kWh; it holds only up to 401.104 kWh"));
    }

    @Test
    void a_clause_that_an_exception_switches_off_says_which_and_what_would_be_due_without_it() {
        SettlementExplanation month = supply(30, Quality.ACTUAL);

        assertThat(month.lines()).isEmpty();
        assertThat(month.silent().get(0).why())
                .isEqualTo(
                        "Nothing is due because clause 2 is an exception that holds: Outage (30 hours) is above 24 hours."
                                + " Without it 62 EUR would be due.");
    }

    @Test
    void an_exception_that_does_not_hold_says_from_where_it_would() {
        AmountExplanation energy = supply(20, Quality.ACTUAL).lines().get(0);

        assertThat(energy.exceptions())
                .containsExactly(new AmountExplanation.Answer(
                        "clause 2",
                        "no payment is due under clause 1",
                        "Outage (20 hours) is above 24 hours",
                        "no",
                        List.of()));
        assertThat(energy.margins())
                .anySatisfy(margin -> assertThat(margin.words())
                        .isEqualTo("Outage is 20 hours; it would hold above 24 hours."
                                + " If all that is asked holds, no payment is due under clause 1."));
        assertThat(change(energy, "Import Meter", "1 kWh").difference()).isEqualTo("0.20");
    }

    @Test
    void estimates_are_marked_by_day_and_give_a_range() {
        AmountExplanation energy = supply(0, Quality.MISSING).lines().get(0);

        assertThat(energy.readings().get(0).spans()).containsExactly("2026-03-10 up to 2026-03-11 (1)");
        assertThat(energy.readings().get(0).byDay().get(9).quality()).isEqualTo("estimated");
        AmountExplanation.Range range = energy.estimates().orElseThrow();
        assertThat(range.lower()).isEqualTo("61.80");
        assertThat(range.higher()).isEqualTo("62.20");
    }

    @Test
    void a_settlement_that_replaces_another_says_which_evidence_and_which_lines_differ() throws IOException {
        Settled before = settled("we5", "a bill on an estimate", "Billing Period", LocalDate.of(2026, 2, 10));
        Settled now = settled("we5", "the meter is read", "Billing Period", LocalDate.of(2026, 2, 10));

        List<Revised> differences = EvidenceChanges.between(before.of(), before.statement(), now.of(), now.statement());

        assertThat(differences)
                .anySatisfy(each -> assertThat(each.name()).isEqualTo("Supply Meter"))
                .contains(new Revised(
                        "line",
                        "clause 3.1, energy before 1 March 2026, Client to Supplier",
                        "",
                        "136.62 EUR",
                        "132.69 EUR"));
    }

    @Test
    void a_document_says_what_is_set_off_and_how_its_vat_is_rounded() throws IOException {
        SettlementExplanation month =
                sample("we3", "January with a short outage", "Billing Month", LocalDate.of(2027, 1, 1));

        DocumentExplanation document = month.documents().get(0);
        assertThat(document.entries())
                .extracting(DocumentExplanation.Entry::amount)
                .contains("-192.27");
        assertThat(document.vat())
                .containsExactly(new DocumentExplanation.Vat(
                        "13.5", "12101.77", "1633.73895", "1633.74", "rounded half up to 0.01 EUR"));
        assertThat(document.words().get(0)).contains("what ESCO owes Client is taken off");
        assertThat(document.total()).isEqualTo("13735.51");
    }

    @Test
    void the_same_case_is_explained_in_the_same_words() throws IOException {
        Settled month = settled("we3", "January with a short outage", "Billing Month", LocalDate.of(2027, 1, 1));

        assertThat(ExplanationText.of(explained("we3", month))).isEqualTo(ExplanationText.of(explained("we3", month)));
    }

    private static AmountExplanation.Change change(AmountExplanation amount, String input, String step) {
        return amount.changes().stream()
                .filter(each -> each.input().equals(input) && each.step().contains(step))
                .findFirst()
                .orElseThrow();
    }

    private static SettlementExplanation sample(String name, String scenario, String period, LocalDate from)
            throws IOException {
        return explained(name, settled(name, scenario, period, from));
    }

    private static SettlementExplanation explained(String name, Settled settled) throws IOException {
        String text = SharedFiles.text("design/samples/" + name + ".esco");
        return Explaining.of(ENGINE, settled.of(), settled.statement(), Optional.of(text));
    }

    private static Settled settled(String name, String scenario, String period, LocalDate from) throws IOException {
        return SettledCases.of(SharedFiles.sample(name), ENGINE).stream()
                .filter(each -> each.scenario().equals(scenario)
                        && each.of().period().name().equals(period)
                        && each.of().period().from().equals(from))
                .findFirst()
                .orElseThrow();
    }

    /** March with 10 kWh each day, the tenth of the given quality, and an outage. */
    private static SettlementExplanation supply(long outage, Quality tenth) {
        Agreement agreement = SharedFiles.compiled("small", SUPPLY);
        LocalDate march = LocalDate.of(2026, 3, 1);
        Grid grid = new Grid(
                march,
                march.plusMonths(1),
                agreement.settings().zone(),
                agreement.meters().get(0).every());
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 0);
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, 10, i == 9 ? tenth : Quality.ACTUAL);
        }
        Case settled = new Case(
                agreement,
                ENGINE.periods(agreement).starting("Billing Month", march).orElseThrow(),
                Evidence.asOf(3)
                        .column("Import Meter", column.build())
                        .fact("Outage", List.of(new FactValue(march, Exact.of(outage))))
                        .build());
        Outcome outcome = ENGINE.settle(settled);
        assertThat(outcome).isInstanceOf(Outcome.Settled.class);
        return Explaining.of(
                ENGINE, settled, ((Outcome.Settled) outcome).settlement().statement(), Optional.of(SUPPLY));
    }
}
