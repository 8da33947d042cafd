package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A period that reads what was billed waits while that is in dispute, and says so; what it does not read does not matter. */
class DisputedAmountsTests {

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
            period Quarter is every 3 months from 1 January 2026, settled 10 working days after its end.
            when readings of Import Meter are missing, hold settlement, notify Client.
            Used is the total of Import Meter over Month.
            Earned is the total of Used over Quarter * 1.10 EUR per kWh.
            Billed is the amount due by Client under clause 1 over Quarter.
            clause 1 "Supply": Client shall pay Used * 1 EUR per kWh to Supplier within 14 days after settlement.
            clause 2 "Service": for each Month, Client shall pay 50 EUR to Supplier within 14 days after settlement.
            clause 3 "More": Client shall pay the amount by which Earned exceeds Billed to Supplier at settlement.
            clause 4 "Disputes": Client may dispute a settlement within 60 working days after settlement.
            """;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path directory;

    private SiteFixture site;
    private AgreementId supply;

    @BeforeEach
    void settle_january_to_march() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        supply = site.active("supply", TEXT);
        site.at("2026-04-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-03-31", 10);
        assertThat(swept()).extracting(Item::period).containsOnly("Month");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_quarter_waits_for_the_dispute_of_what_it_reads_and_is_settled_when_that_was_not_justified() {
        disputed("1");
        site.at("2026-04-20T10:00:00");

        assertThat(swept())
                .extracting(Item::period, Item::result, Item::message)
                .containsExactly(tuple(
                        "Quarter",
                        Result.HELD,
                        "the amount due under clause 1 for Month starting 2026-01-01, which is read here, is in dispute"
                                + " since 2026-04-10; this is settled when the dispute is resolved, and when the amount"
                                + " is corrected if it was found wrong"));

        site.byClient(resolved(Verdict.REJECTED));
        site.at("2026-04-21T10:00:00");
        assertThat(swept()).extracting(Item::period, Item::result).containsExactly(tuple("Quarter", Result.SETTLED));
        assertThat(nets("Quarter")).containsExactly("2159.00");
    }

    @Test
    void after_a_justified_dispute_the_quarter_waits_for_the_correction() {
        disputed("1");
        site.bySupplier(resolved(Verdict.UPHELD));
        site.at("2026-04-20T10:00:00");
        assertThat(swept())
                .extracting(Item::period, Item::result)
                .contains(tuple("Quarter", Result.HELD), tuple("Month", Result.HELD));

        site.corrected("IE-1", "2026-01-15", 5);
        site.at("2026-04-21T10:00:00");
        swept();
        assertThat(nets("Month")).containsExactly("7490.00", "7370.00");
        assertThat(nets("Quarter")).containsExactly("2147.00");
    }

    @Test
    void a_dispute_of_another_clause_holds_nothing() {
        disputed("2");
        site.at("2026-04-20T10:00:00");

        assertThat(swept()).extracting(Item::period, Item::result).containsExactly(tuple("Quarter", Result.SETTLED));
    }

    @Test
    void a_correction_that_reads_what_is_in_dispute_waits_and_is_made_when_the_dispute_is_resolved() {
        site.at("2026-04-20T10:00:00");
        assertThat(swept()).extracting(Item::period, Item::result).containsExactly(tuple("Quarter", Result.SETTLED));
        disputed("1");
        assertThat(swept()).as("nothing else has changed").isEmpty();

        site.corrected("IE-1", "2026-02-15", 20);
        assertThat(swept())
                .extracting(Item::period, Item::result)
                .containsExactly(tuple("Month", Result.CORRECTED), tuple("Quarter", Result.HELD));

        site.byClient(resolved(Verdict.REJECTED));
        assertThat(swept()).extracting(Item::period, Item::result).containsExactly(tuple("Quarter", Result.CORRECTED));
        assertThat(nets("Quarter")).containsExactly("2159.00", "2183.00");
        assertThat(site.model.settlements().of(supply))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    private void disputed(String clause) {
        site.byClient(new DisputeSettlement(january(), List.of(clause), "the meter ran backwards"));
    }

    private ResolveDispute resolved(Verdict verdict) {
        return new ResolveDispute(january(), new MemberId("client"), verdict, "the meter was tested");
    }

    private SettlementId january() {
        return new SettlementId(supply, "Month", JANUARY, 0);
    }

    private List<Item> swept() {
        return site.sweep().runAll().items();
    }

    /** The net sums of the period that starts with January in all revisions, the first first. */
    private List<String> nets(String period) {
        return site.model.settlements().of(supply).stream()
                .filter(record -> record.settlement().period().equals(period)
                        && record.settlement().from().equals(JANUARY))
                .sorted(java.util.Comparator.comparing(
                        record -> record.settlement().revision()))
                .flatMap(record -> record.documents().stream())
                .map(document -> document.net().orElseThrow().toPlainString())
                .toList();
    }
}
