package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Corrected;
import io.smartblocks.runtime.settlement.Correction;
import io.smartblocks.runtime.settlement.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes after a period was settled settles it again, unattended: reversal, new document, difference. */
class CorrectionSweepTests {

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
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            period Quarter is every 3 months from 1 January 2026, settled 10 working days after its end.
            when readings of Import Meter are missing, hold settlement, notify Client.
            """;
    private static final String PLAIN = HEAD + """
            Used is the total of Import Meter over Month.
            clause 1 "Supply":
              Client shall pay Used * 1 EUR per kWh to Supplier within 14 days after settlement.
            """;
    private static final String BANDS = HEAD + """
            Used is the total of Import Meter over Month.
            Shared is Used in bands: the first 10 MWh at 100 %; the rest at 50 %, counted from the start of Quarter.
            clause 1 "Supply":
              Client shall pay Shared * 1 EUR per kWh to Supplier within 14 days after settlement.
            """;

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
    void a_bill_on_an_estimate_is_corrected_when_the_meter_is_read() throws IOException {
        site.register("IE-6120");
        AgreementId laundry = site.active("laundry", SharedFiles.text("design/samples/we5.esco"));
        site.at("2026-03-18T10:00:00");
        for (int day = 0; day < 30; day++) {
            site.stand("IE-6120", LocalDate.of(2026, 2, 10).plusDays(day), 172_500 + 394L * day, "A");
        }
        site.stand("IE-6120", LocalDate.of(2026, 3, 12), 184_320, "E");
        assertThat(results()).containsExactly(Result.SETTLED);

        site.at("2026-04-02T09:00:00");
        site.correctedStand("IE-6120", LocalDate.of(2026, 3, 12), 183_980);
        List<Item> items = swept();

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.result()).isEqualTo(Result.CORRECTED);
            assertThat(item.message()).isEqualTo("revision 1, Supplier pays Client 6.93 EUR by 2026-04-16");
        });
        Statement corrected = statement(laundry, "Billing Period", "2026-02-10");
        assertThat(corrected.lines())
                .extracting(line -> line.net().toPlainString())
                .containsExactly("132.69", "81.98", "16.26");
        assertThat(corrected.documents()).singleElement().satisfies(document -> {
            assertThat(document.gross()).isEqualByComparingTo("251.71");
            assertThat(document.due()).isEqualTo("2026-03-30");
        });
        Corrected correction = corrected.corrected().orElseThrow();
        assertThat(correction.reversals()).singleElement().satisfies(reversal -> {
            assertThat(reversal.payer()).isEqualTo("Supplier");
            assertThat(reversal.gross()).isEqualByComparingTo("258.64");
        });
        Correction difference = correction.differences().get(0).payable();
        assertThat(difference.net()).isEqualByComparingTo("6.35");
        assertThat(difference.vatTotal()).isEqualByComparingTo("0.58");
        assertThat(difference.gross()).isEqualByComparingTo("6.93");
        assertThat(site.verifying().latest(laundry, "Billing Period", LocalDate.of(2026, 2, 10)))
                .isInstanceOf(Verification.Same.class);
        assertThat(swept()).isEmpty();
    }

    @Test
    void a_page_that_is_replaced_by_the_same_values_in_the_end_corrects_nothing() {
        AgreementId supply = settledToMarch(PLAIN);
        site.corrected("IE-1", "2026-02-15", 11);
        site.corrected("IE-1", "2026-02-15", 10);

        assertThat(swept()).isEmpty();
        assertThat(records(supply)).hasSize(3);
        assertThat(site.model.again().of(supply)).isEmpty();
    }

    @Test
    void other_values_with_the_same_result_correct_nothing() {
        AgreementId supply = settledToMarch(PLAIN);
        site.corrected("IE-1", "2026-02-15", 11);
        site.corrected("IE-1", "2026-02-16", 9);

        assertThat(swept()).isEmpty();
        assertThat(records(supply)).hasSize(3);
        assertThat(site.model.again().of(supply)).isEmpty();
    }

    @Test
    void a_replaced_day_corrects_its_period_only() {
        AgreementId supply = settledToMarch(PLAIN);
        site.corrected("IE-1", "2026-02-15", 20);

        assertThat(swept()).singleElement().satisfies(item -> {
            assertThat(item.from()).isEqualTo("2026-02-01");
            assertThat(item.result()).isEqualTo(Result.CORRECTED);
            assertThat(item.message()).isEqualTo("revision 1, Client pays Supplier 240.00 EUR by 2026-05-05");
        });
        assertThat(records(supply)).hasSize(4);
    }

    @Test
    void a_month_whose_band_moved_is_corrected_after_the_one_that_moved_it() {
        AgreementId supply = settledToMarch(BANDS);
        site.corrected("IE-1", "2026-01-15", 5);

        assertThat(swept())
                .extracting(Item::from)
                .extracting(LocalDate::toString)
                .containsExactly("2026-01-01", "2026-02-01");
        assertThat(nets(supply, "2026-01-01")).containsExactly("7440.00", "7320.00");
        assertThat(nets(supply, "2026-02-01")).containsExactly("4640.00", "4700.00");
        assertThat(nets(supply, "2026-03-01")).containsExactly("3715.00");
        assertThat(records(supply))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    private AgreementId settledToMarch(String text) {
        AgreementId supply = site.active("supply", text);
        site.at("2026-04-20T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-03-31", 10);
        assertThat(results()).containsExactly(Result.SETTLED, Result.SETTLED, Result.SETTLED);
        return supply;
    }

    private List<Item> swept() {
        return site.sweep().runAll().items();
    }

    private List<Result> results() {
        return swept().stream().map(Item::result).toList();
    }

    private List<SettlementRecord> records(AgreementId agreement) {
        return site.model.settlements().of(agreement);
    }

    /** The net sums of a month in all its revisions, the first first. */
    private List<String> nets(AgreementId agreement, String from) {
        return records(agreement).stream()
                .filter(record -> record.settlement().from().equals(LocalDate.parse(from)))
                .sorted(Comparator.comparing(record -> record.settlement().revision()))
                .map(record -> record.documents().get(0).net().orElseThrow().toPlainString())
                .toList();
    }

    private Statement statement(AgreementId agreement, String period, String from) {
        return SettledBefore.statementOf(site.model
                .settlements()
                .latest(agreement, period, LocalDate.parse(from))
                .orElseThrow());
    }
}
