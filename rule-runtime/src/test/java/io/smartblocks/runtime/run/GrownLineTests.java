package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.explain.DuePart;
import io.smartblocks.runtime.explain.ExplanationText;
import io.smartblocks.runtime.explain.SettlementExplanation;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Part;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that a correction lets grow: what was owed before stays due on its day, and only the growth later. */
class GrownLineTests {

    private static final String TEXT = """
            contract "supply" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            when readings of Import Meter are missing, hold settlement, notify Client.
            Used is the total of Import Meter over Month.
            clause 1 "Supply":
              Client shall pay Used * 1 EUR per kWh to Supplier within 14 days after settlement.
            VAT at 9 % is added to clause 1.
            clause 2 "Interest":
              when clause 1 is breached,
              Client shall pay 10 % per year of the amount due by Client under clause 1 * the time clause 1 is late to Supplier
              within 14 days after clause 1 is paid.
            clause 3 "Reminder":
              when clause 1 is breached, Client shall pay 15 EUR to Supplier at settlement.
            clause 4 "Notice":
              when clause 1 is breached for more than 60 days, Supplier may terminate on 30 days notice.
            """;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 23);
    private static final LocalDate LATER = LocalDate.of(2026, 5, 5);

    @TempDir
    private Path directory;

    private SiteFixture site;
    private AgreementId supply;

    @BeforeEach
    void settle_january() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        supply = site.active("supply", TEXT);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        site.sweep().runAll();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void what_was_owed_before_keeps_its_day_and_the_growth_gets_another() {
        sweptAt("2026-03-06");
        correctedInApril();

        Line line = statement("Month").lines().get(0);
        assertThat(line.parts()).containsExactly(part("7440.00", FIRST), part("240.00", LATER));
        assertThat(statement("Month").documents().get(0).parts())
                .containsExactly(part("8109.60", FIRST), part("261.60", LATER));
        assertThat(statement("Month").corrected().orElseThrow().differences())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.due()).isEqualTo(LATER);
                    assertThat(difference.payable().gross()).isEqualByComparingTo("261.60");
                });
        assertThat(verified()).allSatisfy(each -> assertThat(each).isInstanceOf(Verification.Same.class));
    }

    @Test
    void a_correction_before_the_first_due_day_gives_the_growth_its_own_day_all_the_same() {
        site.at("2026-02-16T10:00:00");
        site.corrected("IE-1", "2026-01-15", 20);
        site.sweep().runAll();

        LocalDate growth = LocalDate.of(2026, 3, 2);
        assertThat(statement("Month").lines().get(0).parts())
                .containsExactly(part("7440.00", FIRST), part("240.00", growth));
        assertThat(statement("Month").documents().get(0).parts())
                .containsExactly(part("8109.60", FIRST), part("261.60", growth));
        assertThat(statement("Month").corrected().orElseThrow().differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.due()).isEqualTo(growth));
    }

    @Test
    void the_explanation_tells_each_part_with_its_day() {
        correctedInApril();

        SettlementExplanation explained = new ExplainingSettlement(
                        site.model, new SettlementEngine(), new SignedTexts(site.model))
                .of(site.model.settlements().latest(supply, "Month", JANUARY).orElseThrow());

        assertThat(explained.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.parts())
                        .extracting(DuePart::amount, DuePart::due)
                        .containsExactly(tuple("7440.00", FIRST.toString()), tuple("240.00", LATER.toString())));
        assertThat(ExplanationText.of(explained))
                .contains("pays Supplier 7,680.00 EUR for", "7,440.00 due on 2026-02-23 and 240.00 due on 2026-05-05")
                .contains("8,371.20 EUR, 8,109.60 due on 2026-02-23 and 261.60 due on 2026-05-05");
    }

    @Test
    void a_line_that_shrinks_again_loses_what_was_added_last() {
        correctedInApril();
        site.at("2026-04-28T10:00:00");
        site.corrected("IE-1", "2026-01-16", 8);
        site.sweep().runAll();
        assertThat(statement("Month").lines().get(0).parts())
                .containsExactly(part("7440.00", FIRST), part("192.00", LATER));

        site.corrected("IE-1", "2026-01-15", 1);
        site.sweep().runAll();
        assertThat(statement("Month").lines().get(0).parts()).containsExactly(part("7176.00", FIRST));
    }

    @Test
    void who_paid_in_time_owes_no_interest_and_gets_no_reminder_for_the_growth() {
        paid(0, "8109.60", "2026-02-20");
        sweptAt("2026-03-06");
        correctedInApril();
        assertThat(names()).containsOnly("Month");

        paid(1, "261.60", "2026-05-05");
        sweptAt("2026-06-01");
        assertThat(names()).containsOnly("Month");
    }

    @Test
    void who_paid_late_keeps_the_interest_for_what_was_late_and_owes_none_for_the_growth() {
        sweptAt("2026-03-06");
        paid(0, "8109.60", "2026-03-05");
        sweptAt("2026-03-06");
        assertThat(interest()).as("7440.00 for 10 days").containsExactly("20.38 by 2026-03-19");

        correctedInApril();
        paid(1, "261.60", "2026-05-04");
        sweptAt("2026-06-01");

        assertThat(interest()).containsOnly("20.38 by 2026-03-19");
        assertThat(statement("Month (clause 1 breached)")).satisfies(breach -> {
            assertThat(breach.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.net()).isEqualByComparingTo("15"));
            assertThat(breach.powers())
                    .as("nothing was late for more than 60 days")
                    .isEmpty();
        });
        assertThat(verified()).allSatisfy(each -> assertThat(each).isInstanceOf(Verification.Same.class));
    }

    @Test
    void each_part_bears_interest_from_its_own_day() {
        paid(0, "8109.60", "2026-03-05");
        sweptAt("2026-03-06");
        correctedInApril();
        paid(1, "261.60", "2026-05-25");
        sweptAt("2026-06-01");

        assertThat(interest())
                .as("7440.00 for 10 days, then 240.00 for 20 more")
                .containsExactly("20.38 by 2026-03-19", "20.38 by 2026-03-19", "21.70 by 2026-06-08");
    }

    @Test
    void what_was_never_paid_bears_interest_until_all_is_paid() {
        correctedInApril();
        paid(1, "8371.20", "2026-05-25");
        sweptAt("2026-06-01");

        assertThat(interest()).as("7440.00 for 91 days and 240.00 for 20").containsExactly("186.81 by 2026-06-08");
    }

    private void correctedInApril() {
        site.at("2026-04-20T10:00:00");
        site.corrected("IE-1", "2026-01-15", 20);
        site.sweep().runAll();
    }

    private void sweptAt(String day) {
        site.at(day + "T10:00:00");
        site.sweep().runAll();
    }

    private void paid(int revision, String amount, String on) {
        site.at(on + "T12:00:00");
        site.bySupplier(new RecordPayment(
                new SettlementId(supply, "Month", JANUARY, revision),
                1,
                new BigDecimal(amount),
                LocalDate.parse(on),
                "SEPA-" + on));
    }

    private List<String> names() {
        return site.model.settlements().of(supply).stream()
                .filter(record -> record.settlement().from().equals(JANUARY))
                .map(record -> record.settlement().period())
                .toList();
    }

    /** The interest in all revisions, the first first. */
    private List<String> interest() {
        return site.model.settlements().of(supply).stream()
                .filter(record -> record.settlement().period().equals("Month (clause 1 paid)"))
                .map(record -> record.settlement().revision())
                .sorted()
                .flatMap(revision -> record("Month (clause 1 paid)", revision).documents().stream())
                .map(document ->
                        document.net().orElseThrow() + " by " + document.due().orElseThrow())
                .toList();
    }

    private SettlementRecord record(String name, int revision) {
        return site.model
                .settlements()
                .settlement(supply, name, JANUARY, revision)
                .orElseThrow();
    }

    private Statement statement(String name) {
        return SettledBefore.statementOf(
                site.model.settlements().latest(supply, name, JANUARY).orElseThrow());
    }

    private List<Verification> verified() {
        return site.model.settlements().of(supply).stream()
                .map(site.verifying()::verify)
                .toList();
    }

    private static Part part(String amount, LocalDate due) {
        return new Part(new BigDecimal(amount), due);
    }
}
