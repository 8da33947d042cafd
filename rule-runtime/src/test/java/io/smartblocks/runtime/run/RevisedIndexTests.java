package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that is revised after periods were settled by it settles these again, and what was late by its rate. */
class RevisedIndexTests {

    private static final String HEAD = """
            contract "supply" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            index Gas Price is published in EUR per kWh every 1 month by "Exchange".
            index Reference Rate is published in % per year every 6 months by "Bank".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            when readings of Import Meter are missing, hold settlement, notify Client.
            Used is the total of Import Meter over Month.
            """;
    private static final String PRICE = HEAD + """
            Price is the average of Gas Price over Month.
            clause 1 "Supply": Client shall pay Used * Price to Supplier within 14 days after settlement.
            """;
    private static final String SUPPLY = HEAD + """
            clause 1 "Supply": Client shall pay Used * 1 EUR per kWh to Supplier within 14 days after settlement.
            """;
    private static final String BY_DAYS = SUPPLY + """
            clause 2 "Interest":
              when clause 1 is breached,
              Client shall pay the average of Reference Rate while clause 1 is late * the amount due by Client under clause 1
              * the time clause 1 is late to Supplier at settlement.
            """;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path directory;

    private SiteFixture site;
    private IndexId gas;
    private IndexId rate;

    @BeforeEach
    void open() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        gas = site.index("Exchange", "Gas Price", "EUR per kWh");
        rate = site.index("Bank", "Reference Rate", "% per year");
        site.published(gas, "2026-01-01", "2026-02-01", "0.50");
        site.published(gas, "2026-02-01", "2026-03-01", "0.60");
        site.published(rate, "2026-01-01", "2026-03-01", "10");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_revised_value_corrects_the_period_it_was_used_in_and_no_other() {
        AgreementId supply = site.active("supply", PRICE);
        site.at("2026-03-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-02-28", 10);
        assertThat(swept()).extracting(Item::result).containsExactly(Result.SETTLED, Result.SETTLED);

        site.revised(gas, "2026-02-01", "2026-03-01", "0.55");

        assertThat(swept())
                .extracting(Item::from, Item::result, Item::message)
                .containsExactly(tuple(
                        LocalDate.of(2026, 2, 1),
                        Result.CORRECTED,
                        "revision 1, Supplier pays Client 336.00 EUR by 2026-03-24"));
        assertThat(nets(supply, "Month", LocalDate.of(2026, 2, 1))).containsExactly("4032.00", "3696.00");
        assertThat(swept()).isEmpty();
        assertThat(verified(supply)).allSatisfy(each -> assertThat(each).isInstanceOf(Verification.Same.class));
    }

    @Test
    void interest_at_a_rate_of_days_after_the_period_is_found_and_corrected_when_that_is_revised() {
        AgreementId supply = paidLate();
        String interest = "Month (clause 1 paid)";

        site.published(rate, "2026-03-01", "2026-07-01", "10");
        swept();
        assertThat(nets(supply, interest, JANUARY))
                .as("7440.00 for 10 days at 10 % per year")
                .containsExactly("20.38");

        site.revised(rate, "2026-03-01", "2026-07-01", "20");
        assertThat(swept()).extracting(Item::period).contains(interest);
        assertThat(nets(supply, interest, JANUARY))
                .as("five of the days lie in March")
                .containsExactly("20.38", "30.58");
        assertThat(verified(supply)).allSatisfy(each -> assertThat(each).isInstanceOf(Verification.Same.class));
    }

    @Test
    void interest_waits_for_a_rate_that_is_not_published_yet() {
        AgreementId supply = paidLate();

        assertThat(swept()).extracting(Item::result).doesNotContain(Result.SETTLED, Result.CORRECTED);
        assertThat(nets(supply, "Month (clause 1 paid)", JANUARY)).isEmpty();
    }

    private AgreementId paidLate() {
        AgreementId supply = site.active("supply", BY_DAYS);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        swept();
        site.at("2026-03-05T12:00:00");
        site.bySupplier(new RecordPayment(
                new SettlementId(supply, "Month", JANUARY, 0),
                1,
                new BigDecimal("7440.00"),
                LocalDate.of(2026, 3, 5),
                "SEPA-1"));
        return supply;
    }

    private List<Item> swept() {
        return site.sweep().runAll().items();
    }

    private List<String> nets(AgreementId agreement, String period, LocalDate from) {
        return site.model.settlements().of(agreement).stream()
                .filter(record -> record.settlement().period().equals(period)
                        && record.settlement().from().equals(from))
                .sorted(java.util.Comparator.comparing(
                        record -> record.settlement().revision()))
                .flatMap(record -> record.documents().stream())
                .map(document -> document.net().orElseThrow().toPlainString())
                .toList();
    }

    private List<Verification> verified(AgreementId agreement) {
        return site.model.settlements().of(agreement).stream()
                .map(site.verifying()::verify)
                .toList();
    }
}
