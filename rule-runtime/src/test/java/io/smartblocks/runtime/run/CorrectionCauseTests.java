package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a settled period be settled again, what does not, and what happens to what it made due. */
class CorrectionCauseTests {

    private static final String HEAD = """
            contract "supply" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            fact Price Step in EUR per kWh each Month is 1 EUR per kWh, stated by Supplier.
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            period Quarter is every 3 months from 1 January 2026, settled 10 working days after its end.
            when readings of Import Meter are missing, hold settlement, notify Client.
            Used is the total of Import Meter over Month.
            clause 1 "Supply":
              Client shall pay Used * Price Step to Supplier within 14 days after settlement.
            """;
    private static final String QUARTER = """
            Earned is the total of Used over Quarter * 1 EUR per kWh.
            Billed is the amount due by Client under clause 1 over Quarter.
            clause 2 "More": Client shall pay the amount by which Earned exceeds Billed to Supplier at settlement.
            clause 3 "Less": Supplier shall pay the amount by which Billed exceeds Earned to Client at settlement.
            """;
    private static final String INTEREST = """
            clause 4 "Interest":
              when clause 1 is breached,
              Client shall pay 10 % per year of the amount due by Client under clause 1 * the time clause 1 is late to Supplier
              within 14 days after clause 1 is paid.
            clause 5 "Reminder":
              when clause 1 is breached, Client shall pay 15 EUR to Supplier at settlement.
            """;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path directory;

    private SiteFixture site;

    @BeforeEach
    void open() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_fact_that_is_stated_late_corrects_the_period_it_belongs_to() {
        AgreementId supply = settledToMarch(HEAD);
        site.bySupplier(step(supply, "2"));

        assertThat(swept())
                .extracting(Item::from, Item::result)
                .containsExactly(tuple(LocalDate.of(2026, 2, 1), Result.CORRECTED));
        assertThat(nets(supply, "Month", "2026-02-01")).containsExactly("6720.00", "13440.00");
    }

    @Test
    void without_carrying_the_month_is_corrected_first_and_then_the_quarter_that_read_its_documents() {
        AgreementId supply = settledToMarch(HEAD + QUARTER);
        site.corrected("IE-1", "2026-02-15", 20);

        assertThat(swept())
                .extracting(Item::period, Item::result)
                .containsExactly(tuple("Month", Result.CORRECTED), tuple("Quarter", Result.CORRECTED));
        assertThat(nets(supply, "Month", "2026-02-01")).containsExactly("6720.00", "6960.00");
        assertThat(records(supply, "Quarter", "2026-01-01"))
                .as("what it earned and what was billed both grew, so nothing more is owed, but its values are others")
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.documents()).isEmpty());
        assertThat(swept()).isEmpty();
    }

    @Test
    void carried_corrections_leave_the_month_and_reach_the_quarter_in_which_they_are_settled() {
        AgreementId supply = site.active("supply", HEAD + QUARTER + "corrections of Month are carried to Quarter.\n");
        site.at("2026-03-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-02-28", 10);
        swept();
        site.corrected("IE-1", "2026-02-15", 20);
        assertThat(swept()).isEmpty();

        site.at("2026-04-20T10:00:00");
        site.readings("IE-1", "2026-03-01", "2026-03-31", 10);
        swept();
        assertThat(nets(supply, "Month", "2026-02-01")).containsExactly("6720.00");
        assertThat(nets(supply, "Quarter", "2026-01-01")).containsExactly("240.00");

        site.corrected("IE-1", "2026-02-16", 20);
        assertThat(swept()).extracting(Item::period, Item::result).containsExactly(tuple("Quarter", Result.CORRECTED));
        assertThat(nets(supply, "Quarter", "2026-01-01")).containsExactly("240.00", "480.00");
    }

    @Test
    void what_becomes_known_after_the_cut_off_is_carried_and_what_was_known_before_is_corrected() {
        AgreementId supply =
                settledToMarch(HEAD + "corrections of Month from 2 months after its end are carried to Quarter.\n");
        site.at("2026-04-28T23:59:59");
        site.corrected("IE-1", "2026-02-15", 20);
        site.at("2026-04-29T00:00:00");
        site.corrected("IE-1", "2026-02-16", 30);
        site.corrected("IE-1", "2026-01-16", 30);

        assertThat(swept()).extracting(Item::from).containsExactly(LocalDate.of(2026, 2, 1));
        assertThat(nets(supply, "Month", "2026-02-01")).containsExactly("6720.00", "6960.00");
        assertThat(nets(supply, "Month", "2026-01-01")).containsExactly("7440.00");
        assertThat(records(supply, "Month", "2026-02-01"))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    @Test
    void what_cannot_be_settled_again_is_held_with_its_reason_and_the_earlier_revision_stays() {
        AgreementId supply = settledToMarch(HEAD);
        site.bySupplier(step(supply, "-1"));

        assertThat(swept()).singleElement().satisfies(item -> {
            assertThat(item.result()).isEqualTo(Result.HELD);
            assertThat(item.message()).startsWith("correction waits: ");
        });
        assertThat(holds(supply)).singleElement().satisfies(hold -> {
            assertThat(hold.state().revision()).isEqualTo(1);
            assertThat(hold.state().released()).isFalse();
        });
        assertThat(nets(supply, "Month", "2026-02-01")).containsExactly("6720.00");
        assertThat(swept()).as("it is told once").isEmpty();

        site.bySupplier(step(supply, "2"));
        assertThat(swept()).extracting(Item::result).containsExactly(Result.CORRECTED);
        assertThat(holds(supply))
                .allSatisfy(hold -> assertThat(hold.state().released()).isTrue());
        assertThat(nets(supply, "Month", "2026-02-01")).containsExactly("6720.00", "13440.00");
    }

    @Test
    void a_payment_is_no_cause_to_settle_again() {
        AgreementId supply = settledToMarch(HEAD + INTEREST);
        site.bySupplier(paid(supply, "7440.00", "2026-02-20"));

        assertThat(records(supply, "Month", "2026-01-01")).hasSize(1);
        swept();
        assertThat(records(supply, "Month", "2026-01-01")).hasSize(1);
    }

    @Test
    void a_due_day_that_passes_and_a_late_payment_make_documents_of_their_own_once() {
        AgreementId supply = site.active("supply", HEAD + INTEREST);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        assertThat(swept()).extracting(Item::result).containsExactly(Result.SETTLED);
        site.at("2026-02-24T00:00:00");
        assertThat(swept())
                .as("the last day of the term is over, the month is due by its end")
                .isEmpty();

        site.at("2026-02-25T00:00:00");
        assertThat(swept()).extracting(Item::period).containsExactly("Month (clause 1 breached)");
        assertThat(nets(supply, "Month (clause 1 breached)", "2026-01-01")).containsExactly("15.00");
        assertThat(swept()).isEmpty();

        site.at("2026-03-06T10:00:00");
        site.bySupplier(paid(supply, "7440.00", "2026-03-06"));
        assertThat(swept()).extracting(Item::period).contains("Month (clause 1 paid)");
        assertThat(nets(supply, "Month (clause 1 paid)", "2026-01-01")).hasSize(1);
        assertThat(nets(supply, "Month (clause 1 breached)", "2026-01-01")).containsExactly("15.00");
        assertThat(site.model.settlements().of(supply))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    @Test
    void a_payment_that_is_taken_back_takes_back_what_it_brought_about() {
        AgreementId supply = site.active("supply", HEAD + INTEREST);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        swept();
        site.at("2026-03-06T10:00:00");
        site.bySupplier(paid(supply, "7440.00", "2026-03-06"));
        swept();
        assertThat(nets(supply, "Month (clause 1 paid)", "2026-01-01")).hasSize(1);

        site.bySupplier(new ReversePayment(new SettlementId(supply, "Month", JANUARY, 0), 1, "SEPA-1", "returned"));
        swept();

        List<SettlementRecord> interest = records(supply, "Month (clause 1 paid)", "2026-01-01");
        assertThat(interest).hasSize(2);
        assertThat(interest.get(1).documents()).isEmpty();
        assertThat(interest)
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
        assertThat(nets(supply, "Month (clause 1 breached)", "2026-01-01"))
                .as("the reminder came before the payment and stays")
                .containsExactly("15.00");
    }

    @Test
    void a_read_model_that_is_made_again_finds_what_is_left_and_nothing_else() {
        AgreementId supply = settledToMarch(HEAD);
        site.bySupplier(step(supply, "2"));
        swept();
        site.corrected("IE-1", "2026-03-15", 20);

        try (ReadModel again = ReadModel.open(directory.resolve("again"))) {
            again.follow(site.ledger);
            Sweep sweep = site.sweepOn(site.ledger, again, "another");
            assertThat(sweep.runAll().items())
                    .extracting(Item::from, Item::result)
                    .containsExactly(tuple(LocalDate.of(2026, 3, 1), Result.CORRECTED));
            assertThat(sweep.runAll().items()).isEmpty();
        }
        assertThat(swept()).as("what the other did is seen").isEmpty();
        assertThat(records(supply, "Month", "2026-03-01")).hasSize(2);
    }

    private static StateFact step(AgreementId supply, String price) {
        return new StateFact(supply, "Price Step", LocalDate.of(2026, 2, 1), new BigDecimal(price), "");
    }

    private static RecordPayment paid(AgreementId supply, String amount, String on) {
        return new RecordPayment(
                new SettlementId(supply, "Month", JANUARY, 0),
                1,
                new BigDecimal(amount),
                LocalDate.parse(on),
                "SEPA-1");
    }

    private AgreementId settledToMarch(String text) {
        AgreementId supply = site.active("supply", text);
        site.at("2026-04-20T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-03-31", 10);
        assertThat(swept()).extracting(Item::result).contains(Result.SETTLED);
        return supply;
    }

    private List<Item> swept() {
        return site.sweep().runAll().items();
    }

    private List<HoldRecord> holds(AgreementId agreement) {
        return site.model.settlements().holdsOf(agreement);
    }

    private List<SettlementRecord> records(AgreementId agreement, String period, String from) {
        return site.model.settlements().of(agreement).stream()
                .filter(record -> record.settlement().period().equals(period)
                        && record.settlement().from().equals(LocalDate.parse(from)))
                .sorted(Comparator.comparing(record -> record.settlement().revision()))
                .toList();
    }

    /** The net sums in all revisions, the first first. */
    private List<String> nets(AgreementId agreement, String period, String from) {
        return records(agreement, period, from).stream()
                .map(record -> record.documents().get(0).net().orElseThrow().toPlainString())
                .toList();
    }
}
