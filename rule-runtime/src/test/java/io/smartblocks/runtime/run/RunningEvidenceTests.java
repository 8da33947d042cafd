package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bands, caps and ratchets read the earlier periods of the ledger, and what they made of them can be verified. */
class RunningEvidenceTests {

    private static final String SUPPLY = """
            contract "Supply" version 1.0.
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
            period Year is every 1 year from 1 January 2026, settled 5 working days after its end.
            Used is the total of Import Meter over Month.
            Peak is the highest of Import Meter over Month.
            Tiered is Used in bands: the first 1,000 kWh at 0.30 EUR per kWh; the next 200 kWh at 0.20 EUR per kWh;
              the rest at 0.10 EUR per kWh, counted from the start of Year.
            Capped is Used * 0.01 EUR per kWh, at most 20 EUR in each Year.
            Billed Peak is the greater of Peak and (80 % of (the highest of Peak over the previous 11 Months)).
            clause 1 "Tiers": Client shall pay Tiered to Supplier within 14 days after settlement.
            clause 2 "Cap": Client shall pay Capped to Supplier within 14 days after settlement.
            clause 3 "Peak": Client shall pay Billed Peak * 1 EUR per kWh to Supplier within 14 days after settlement.
            when readings of Import Meter are missing, hold settlement, notify Client.
            """;

    @TempDir
    private Path directory;

    private SiteFixture site;

    @BeforeEach
    void open() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        site.at("2026-04-20T10:00:00");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_month_is_settled_where_the_year_stands_and_verified_to_the_byte() {
        AgreementId supply = site.active("supply", SUPPLY);
        site.readings("IE-1", "2026-01-01", "2026-01-31", 1);
        site.readings("IE-1", "2026-02-01", "2026-02-14", 1);
        site.readings("IE-1", "2026-02-15", "2026-02-15", 10);
        site.readings("IE-1", "2026-02-16", "2026-02-28", 0);
        site.readings("IE-1", "2026-03-01", "2026-03-31", 1);

        assertThat(site.sweep().runAll().items()).extracting(Item::result).containsOnly(Result.SETTLED);

        assertThat(nets(supply, "2026-01-01")).containsExactly("223.20", "7.44", "1.00");
        assertThat(nets(supply, "2026-02-01")).containsExactly("128.80", "5.76", "10.00");
        assertThat(nets(supply, "2026-03-01")).containsExactly("74.30", "6.80", "8.00");
        for (String start : List.of("2026-01-01", "2026-02-01", "2026-03-01")) {
            assertThat(site.verifying().latest(supply, "Month", LocalDate.parse(start)))
                    .isInstanceOf(Verification.Same.class);
        }
    }

    private List<String> nets(AgreementId agreement, String start) {
        return site.model.settlements().of(agreement).stream()
                .map(record -> record.settlement().statement().getBytes(StandardCharsets.UTF_8))
                .map(Settlement::fromJson)
                .filter(statement -> statement.from().equals(LocalDate.parse(start)))
                .map(Statement::lines)
                .flatMap(List::stream)
                .map(line -> line.net().toPlainString())
                .toList();
    }
}
