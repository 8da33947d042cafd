package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five years without a runtime are caught up with, although each month reads what all months before it made due. */
class CatchingUpTests {

    private static final String TEXT = """
            contract "long" version 1.0.
            in force from 1 January 2021 to 31 December 2025.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 day from "meter/IE-D".
            period Month is every 1 month from 1 January 2021, settled 5 working days after its end.
            Used is the total of Import Meter over Month.
            clause 1 "Supply":
              Client shall pay Used * 0.20 EUR per kWh to Supplier within 14 days after settlement.
            clause 2 "Reminder":
              when clause 1 is breached, Client shall pay 10 EUR to Supplier within 14 days after settlement.
            when readings of Import Meter are missing, hold settlement.
            """;

    @TempDir
    private Path directory;

    @Test
    void sixty_months_are_settled_in_order_by_one_sweep() {
        try (SiteFixture site = new SiteFixture(directory)) {
            site.dailyMeter("IE-D");
            site.at("2026-02-10T10:00:00");
            site.dailyReadings("IE-D", "2021-01-01", "2025-12-31", 10);
            AgreementId id = site.active("long", TEXT);
            SweepReport report = site.sweep().runAll();

            assertThat(report.count(Result.SETTLED)).isEqualTo(60);
            assertThat(report.count(Result.CLOSED)).isEqualTo(1);
            assertThat(site.verifying().latest(id, "Month", LocalDate.of(2025, 12, 1)))
                    .isInstanceOf(Verification.Same.class);
        }
    }
}
