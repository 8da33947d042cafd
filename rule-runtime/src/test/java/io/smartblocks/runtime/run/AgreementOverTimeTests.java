package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.AgreementAction.ResumeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementOverTimeTests {

    private static final String HEAD = """
            contract "supply" version 1.0.
            """;

    private static final String SUPPLY = """
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            fact Outage in hours each Billing Month is 0 hours, stated by Client, confirmed by Supplier.
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            Price is 0.20 EUR per kWh.
            Reading Charge is Import Meter * Price.
            Energy Charge is the total of Reading Charge over Billing Month.
            clause 1.1 "Supply":
              Client shall pay Energy Charge - Outage * 5 EUR per hour to Supplier within 14 days after settlement.
            clause 1.2 "Dispute":
              Client may dispute a settlement within 30 days after settlement.
            when readings of Import Meter are missing, hold settlement.
            """;

    @TempDir
    private Path directory;

    private SiteFixture site;
    private AgreementId supply;

    @BeforeEach
    void open() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        supply = site.active("supply", HEAD + SUPPLY);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void an_amendment_counts_from_its_day_and_leaves_what_was_settled_as_it_was() {
        site.sweep().runAll();
        site.amended(supply, "1.1", amended("15 February 2026"));
        site.at("2026-04-20T10:00:00");
        site.readings("IE-1", "2026-02-01", "2026-03-31", 10);

        assertThat(site.sweep().runAll().count(Result.SETTLED)).isEqualTo(2);
        assertThat(settled())
                .extracting(record -> record.settlement().version(), AgreementOverTimeTests::net)
                .containsExactly(tuple("1.0", "1488.00"), tuple("1.0", "1680.00"), tuple("1.1", "2229.00"));
        assertVerified();
        assertThat(site.sweep().runAll().items()).isEmpty();
    }

    @Test
    void an_amendment_signed_before_anything_was_settled_takes_the_calendar_over() {
        site.amended(supply, "1.1", amended("15 February 2026"));

        assertThat(site.sweep().runAll().count(Result.SETTLED)).isEqualTo(1);
        assertThat(settled())
                .extracting(record -> record.settlement().version(), AgreementOverTimeTests::net)
                .containsExactly(tuple("1.0", "1488.00"));
        assertThat(site.model.due().of("supply"))
                .extracting(due -> due.version())
                .containsOnly("1.1");
    }

    @Test
    void an_agreement_that_all_parties_end_is_settled_to_its_last_day_and_no_further() {
        site.sweep().runAll();
        LocalDate lastDay = LocalDate.of(2026, 2, 14);
        site.bySupplier(new TerminateAgreement(supply, "1.0", lastDay, Optional.empty(), "the building is sold"));
        site.byClient(new TerminateAgreement(supply, "1.0", lastDay, Optional.empty(), "the building is sold"));
        site.at("2026-04-20T10:00:00");
        site.readings("IE-1", "2026-02-01", "2026-03-31", 10);

        site.sweep().runAll();

        assertThat(settled())
                .extracting(record -> record.settlement().to(), AgreementOverTimeTests::net)
                .containsExactly(
                        tuple(LocalDate.of(2026, 2, 1), "1488.00"), tuple(LocalDate.of(2026, 2, 15), "672.00"));
        assertVerified();
    }

    @Test
    void nothing_is_settled_while_an_agreement_is_suspended() {
        site.bySupplier(new SuspendAgreement(supply, "1.0", "the meters are exchanged"));
        site.byClient(new SuspendAgreement(supply, "1.0", "the meters are exchanged"));
        assertThat(site.sweep().runAll().items()).isEmpty();
        assertThat(settled()).isEmpty();
        site.bySupplier(new ResumeAgreement(supply, "1.0", "they are"));
        site.byClient(new ResumeAgreement(supply, "1.0", "they are"));
        site.at("2026-02-10T10:30:00");

        site.sweep().runAll();

        assertThat(settled()).extracting(AgreementOverTimeTests::net).containsExactly("1488.00");
    }

    @Test
    void a_fact_counts_once_it_is_confirmed_and_a_later_one_changes_no_settlement() {
        StateFact outage = outage("2026-01-01", "8");
        site.byClient(outage);
        site.bySupplier(confirmation(outage));
        site.byClient(outage("2026-02-01", "4"));
        site.at("2026-03-20T10:00:00");
        site.readings("IE-1", "2026-02-01", "2026-02-28", 10);
        site.sweep().runAll();
        site.bySupplier(confirmation(outage("2026-02-01", "4")));

        assertThat(settled())
                .extracting(AgreementOverTimeTests::net)
                .as("8 hours were confirmed for January; those of February only after it was settled")
                .containsExactly("1448.00", "1344.00");
        assertVerified();
    }

    @Test
    void what_became_of_earlier_documents_is_evidence() {
        AgreementId late =
                site.active("late", ("contract \"late\" version 1.0.\n" + SUPPLY).replace("clause 1.2", """
                        clause 1.3 "Reminder":
                          when clause 1.1 is breached, Client shall pay 10 EUR to Supplier within 14 days after settlement.
                        clause 1.2"""));
        site.sweep().runAll();
        SettlementId january = new SettlementId(late, "Billing Month", LocalDate.of(2026, 1, 1), 0);
        site.bySupplier(new RecordPayment(january, 1, new BigDecimal("1000.00"), LocalDate.of(2026, 2, 9), "A"));
        assertThat(occurrences(late)).isEmpty();
        site.bySupplier(new RecordPayment(january, 1, new BigDecimal("488.00"), LocalDate.of(2026, 2, 10), "B"));
        site.byClient(new DisputeSettlement(january, List.of("1.1"), "the meter ran backwards"));

        assertThat(occurrences(late))
                .containsExactlyInAnyOrder(
                        new Occurrence("1.1", ClauseEvent.PAID, january.from(), LocalDate.of(2026, 2, 10)),
                        new Occurrence("1.1", ClauseEvent.DISPUTED, january.from(), LocalDate.of(2026, 2, 10)));
    }

    private List<Occurrence> occurrences(AgreementId agreement) {
        Waiting.forHeight(site.model, site.ledger.height());
        long asOf = site.model.height() - 1;
        RunningAgreement running =
                new CompiledAgreements(site.model).of(agreement, asOf).orElseThrow();
        Evidence evidence = new EvidenceGathering(site.model)
                .gather(running, running.period("Billing Month", LocalDate.of(2026, 2, 1)), asOf);
        assertThat(evidence.earlier()).isNotEmpty();
        return evidence.occurrences();
    }

    private StateFact outage(String month, String hours) {
        return new StateFact(supply, "Outage", LocalDate.parse(month), new BigDecimal(hours), "");
    }

    private ConfirmStatement confirmation(StateFact fact) {
        StatementState standing = site.ledger
                .state(StateKey.statement(fact.place()), StatementState.class)
                .orElseThrow();
        return new ConfirmStatement(
                fact.place(), standing.pending().orElseThrow().transaction());
    }

    private static String amended(String day) {
        return "contract \"supply\" version 1.1, in place of version 1.0 from " + day + ".\n"
                + SUPPLY.replace("Price is 0.20 EUR", "Price is 0.30 EUR");
    }

    private void assertVerified() {
        assertThat(settled())
                .isNotEmpty()
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    private List<SettlementRecord> settled() {
        Waiting.forHeight(site.model, site.ledger.height());
        return site.model.settlements().of(supply).stream()
                .sorted(Comparator.comparing(record -> record.settlement().from()))
                .toList();
    }

    private static String net(SettlementRecord record) {
        return record.documents().get(0).net().orElseThrow().toPlainString();
    }
}
