package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fillings of the worked example on re-settlement, made unattended from pages on the ledger, and marked as estimates. */
class EstimatesSweepTests {

    private static final String SUPPLY = """
            contract "Supply" version 1.0.
            in force from 1 February 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            meter Check Register registers kWh every 1 day from "meter/IE-R", rolls over at 10,000 kWh.
            period Month is every 1 month from 1 February 2026, settled 5 working days after its end.
            when readings of Check Register are missing, hold settlement.
            when readings of Import Meter are missing:
              for up to 2 hours, use a straight line between the readings on either side;
              for longer, use the average of the last 3 like days, scaled to Check Register, notify Client.
            Used is the total of Import Meter over Month.
            Highest is the highest of Import Meter over Month.
            clause 1 "Supply":
              Client shall pay Used * 1 EUR per kWh + Highest * 0 EUR per kWh to Supplier within 14 days after settlement.
            """;
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final List<LocalDate> DAYS =
            LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2026, 3, 1)).toList();

    @TempDir
    private Path directory;

    @Test
    void two_hours_are_a_straight_line_and_a_longer_gap_is_like_days_scaled_to_the_register() {
        try (SiteFixture site = site("one", DAYS)) {
            assertThat(site.sweep().runAll().items()).extracting(Item::result).containsExactly(Result.SETTLED);

            assertThat(statement(site))
                    // 672 hours of 12.5, the line 12.4, 13.0, 13.6, 14.2, one hour of 13 and 26 hours of 12.25
                    .contains("8397.20")
                    .contains("28 of 672 readings of Import Meter are estimated")
                    .contains("\"notices\":[\"Client\"]");
            assertThat(site.verifying().latest(new AgreementId("supply"), "Month", FEBRUARY))
                    .isInstanceOf(Verification.Same.class);
        }
    }

    @Test
    void pages_in_any_order_give_the_same_bytes() {
        List<LocalDate> shuffled = new ArrayList<>(DAYS);
        Collections.shuffle(shuffled, new Random(5));
        try (SiteFixture one = site("one", DAYS);
                SiteFixture other = site("other", shuffled)) {
            one.sweep().runAll();
            other.sweep().runAll();

            assertThat(statement(other)).isEqualTo(statement(one));
        }
    }

    private SiteFixture site(String name, List<LocalDate> days) {
        SiteFixture site = new SiteFixture(directory.resolve(name));
        site.meter("IE-1");
        site.register("IE-R");
        site.at("2026-03-10T10:00:00");
        site.active("supply", SUPPLY);
        days.forEach(day -> {
            List<Long> hours = hours(day);
            if (hours.stream().anyMatch(hour -> hour != null)) {
                site.readingsOf("IE-1", day.toString(), "kWh", SiteFixture.ZONE, hours);
            }
        });
        site.stand("IE-R", "2026-02-10", 1_000);
        site.stand("IE-R", "2026-02-12", 1_594);
        return site;
    }

    private static List<Long> hours(LocalDate day) {
        List<Long> hours = new ArrayList<>(Collections.nCopies(24, 12_500L));
        if (day.equals(LocalDate.of(2026, 2, 3))) {
            hours.set(9, 12_400L);
            hours.set(10, null);
            hours.set(11, null);
            hours.set(12, 14_200L);
        } else if (day.equals(LocalDate.of(2026, 2, 10))) {
            hours.set(0, 13_000L);
            hours.set(22, null);
            hours.set(23, null);
        } else if (day.equals(LocalDate.of(2026, 2, 11))) {
            hours.replaceAll(hour -> null);
        }
        return hours;
    }

    private static String statement(SiteFixture site) {
        return site.model
                .settlements()
                .latest(new AgreementId("supply"), "Month", FEBRUARY)
                .orElseThrow()
                .settlement()
                .statement();
    }
}
