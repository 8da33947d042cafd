package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five years without a runtime are caught up with, month after month, and each can be computed again. */
class CatchingUpTests {

    private static final String SUPPLY = """
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
            """;
    private static final String REMINDER = """
            clause 2 "Reminder":
              when clause 1 is breached, Client shall pay 10 EUR to Supplier within 14 days after settlement.
            """;
    private static final String HELD = """
            when readings of Import Meter are missing, hold settlement.
            """;

    @TempDir
    private Path directory;

    @Test
    void sixty_months_of_which_each_reads_what_those_before_it_made_due_are_settled_in_order_by_one_sweep() {
        try (SiteFixture site = site()) {
            site.dailyReadings("IE-D", "2021-01-01", "2025-12-31", 10);
            AgreementId id = site.active("long", SUPPLY + REMINDER + HELD);
            SweepReport report = site.sweep().runAll();

            assertThat(report.items().stream()
                            .filter(item -> item.result() == Result.SETTLED)
                            .map(SweepReport.Item::period)
                            .collect(Collectors.groupingBy(name -> name, Collectors.counting())))
                    .as("each month, and the reminder of each, as nobody paid")
                    .isEqualTo(Map.of("Month", 60L, "Month (clause 1 breached)", 60L));
            assertThat(report.count(Result.CLOSED)).isEqualTo(1);
            assertThat(asOfBlocks(site, id)).doesNotHaveDuplicates();
            assertThat(site.verifying().latest(id, "Month", LocalDate.of(2025, 12, 1)))
                    .isInstanceOf(Verification.Same.class);
        }
    }

    @Test
    void sixty_months_of_which_none_reads_another_are_settled_at_once_and_all_come_out_the_same_again() {
        try (SiteFixture site = site()) {
            site.dailyReadings("IE-D", "2021-01-01", "2025-12-31", 10);
            AgreementId id = site.active("long", SUPPLY + HELD);
            long height = site.ledger.height();
            SweepReport report = site.sweep().runAll();

            assertThat(report.count(Result.SETTLED)).isEqualTo(60);
            assertThat(report.count(Result.CLOSED)).isEqualTo(1);
            assertThat(site.ledger.height()).as("one block settles, one closes").isEqualTo(height + 2);
            for (LocalDate month = LocalDate.of(2021, 1, 1); month.getYear() < 2026; month = month.plusMonths(1)) {
                assertThat(site.verifying().latest(id, "Month", month)).isInstanceOf(Verification.Same.class);
            }
        }
    }

    @Test
    void where_a_month_in_the_middle_is_held_the_months_behind_it_wait() {
        try (SiteFixture site = site()) {
            site.dailyReadings("IE-D", "2021-01-01", "2021-05-30", 10);
            site.dailyReadings("IE-D", "2021-06-01", "2025-12-31", 10);
            AgreementId id = site.active("long", SUPPLY + HELD);
            SweepReport report = site.sweep().runAll();

            assertThat(report.count(Result.SETTLED)).isEqualTo(4);
            assertThat(report.count(Result.HELD)).isEqualTo(1);
            assertThat(site.model.settlements().of(id))
                    .extracting(record -> record.settlement().from())
                    .containsExactly(
                            LocalDate.of(2021, 4, 1),
                            LocalDate.of(2021, 3, 1),
                            LocalDate.of(2021, 2, 1),
                            LocalDate.of(2021, 1, 1));

            site.dailyReadings("IE-D", "2021-05-31", "2021-05-31", 10);
            site.at("2026-02-12T10:00:00");
            SweepReport filled = site.sweep().runAll();

            assertThat(filled.count(Result.SETTLED)).isEqualTo(56);
            assertThat(filled.count(Result.CLOSED)).isEqualTo(1);
        }
    }

    private SiteFixture site() {
        SiteFixture site = new SiteFixture(directory);
        site.dailyMeter("IE-D");
        site.at("2026-02-10T10:00:00");
        return site;
    }

    private static List<Long> asOfBlocks(SiteFixture site, AgreementId id) {
        return site.model.settlements().of(id).stream()
                .map(record -> record.settlement().asOfBlock())
                .toList();
    }
}
