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
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A period that carries on a value of one in dispute does not wait for it, and is corrected with it. */
class DisputedPreviousTests {

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
            Carried is the previous Carried + Used, starting at 0 kWh.
            clause 1 "Supply": Client shall pay Carried * 0.01 EUR per kWh to Supplier within 14 days after settlement.
            clause 2 "Disputes": Client may dispute a settlement within 60 working days after settlement.
            """;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path directory;

    private SiteFixture site;
    private AgreementId supply;

    @BeforeEach
    void dispute_january_and_settle_february() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        supply = site.active("supply", TEXT);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        swept();
        site.byClient(new DisputeSettlement(january(), List.of("1"), "the meter ran backwards"));
        site.at("2026-03-10T10:00:00");
        site.readings("IE-1", "2026-02-01", "2026-02-28", 10);

        assertThat(swept()).extracting(Item::from, Item::result).containsExactly(tuple(february(), Result.SETTLED));
        assertThat(nets(february())).containsExactly("141.60");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void what_was_carried_on_wrong_is_put_right_when_the_dispute_leads_to_a_correction() {
        site.bySupplier(resolved(Verdict.UPHELD));
        site.corrected("IE-1", "2026-01-15", 5);

        assertThat(swept())
                .extracting(Item::from, Item::result)
                .containsExactly(tuple(JANUARY, Result.CORRECTED), tuple(february(), Result.CORRECTED));
        assertThat(nets(JANUARY)).containsExactly("74.40", "73.20");
        assertThat(nets(february())).containsExactly("141.60", "140.40");
        assertThat(site.model.settlements().of(supply))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    @Test
    void after_a_dispute_without_cause_nothing_has_to_be_put_right() {
        site.byClient(resolved(Verdict.REJECTED));

        assertThat(swept()).isEmpty();
        assertThat(nets(february())).containsExactly("141.60");
    }

    private ResolveDispute resolved(Verdict verdict) {
        return new ResolveDispute(january(), new MemberId("client"), verdict, "the meter was tested");
    }

    private SettlementId january() {
        return new SettlementId(supply, "Month", JANUARY, 0);
    }

    private static LocalDate february() {
        return JANUARY.plusMonths(1);
    }

    private List<Item> swept() {
        return site.sweep().runAll().items();
    }

    /** The net sums of a month in all revisions, the first first. */
    private List<String> nets(LocalDate month) {
        return site.model.settlements().of(supply).stream()
                .filter(record -> record.settlement().from().equals(month))
                .sorted(Comparator.comparing(record -> record.settlement().revision()))
                .flatMap(record -> record.documents().stream())
                .map(document -> document.net().orElseThrow().toPlainString())
                .toList();
    }
}
