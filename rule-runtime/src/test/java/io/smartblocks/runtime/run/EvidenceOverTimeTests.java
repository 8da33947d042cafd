package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a settlement may know: enough around its period for every estimate, and nothing after its block. */
class EvidenceOverTimeTests {

    private static final String HEAD = """
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
            Used is the total of Import Meter over Month.
            clause 1 "Supply":
              Client shall pay (%s) * 1 EUR per kWh to Supplier within 14 days after settlement.
            """;
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

    @TempDir
    private Path directory;

    private SiteFixture site;

    @BeforeEach
    void open() {
        site = new SiteFixture(directory);
        site.meter("IE-1");
        site.at("2026-03-10T10:00:00");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void an_old_settlement_is_verified_to_the_byte_after_later_corrections() {
        AgreementId supply = active("Used", "hold settlement, notify Client");
        site.readings("IE-1", "2026-01-01", "2026-02-28", 10);
        site.sweep().runAll();
        String before = statement(supply);

        site.corrected("IE-1", "2026-02-15", 99);
        site.at("2026-04-20T10:00:00");
        site.readings("IE-1", "2026-03-01", "2026-03-31", 10);
        site.sweep().runAll();

        SettlementRecord old = site.model
                .settlements()
                .settlement(supply, "Month", FEBRUARY, 0)
                .orElseThrow();
        assertThat(old.settlement().statement()).isEqualTo(before);
        assertThat(site.verifying().verify(old)).isInstanceOf(Verification.Same.class);
        assertThat(site.verifying().latest(supply, "Month", FEBRUARY)).isInstanceOf(Verification.Same.class);
        assertThat(site.model.settlements().of(supply)).hasSize(4);
    }

    @Test
    void a_straight_line_ends_at_the_first_reading_after_the_period() {
        AgreementId supply = active("Used", "use a straight line between the readings on either side");
        site.readings("IE-1", "2026-01-01", "2026-02-27", 10);
        lacking("2026-02-28", 22, 24, 10);
        site.readings("IE-1", "2026-03-01", "2026-03-09", 40);

        assertThat(site.sweep().runAll().items()).extracting(Item::result).containsOnly(Result.SETTLED);
        assertThat(net(supply)).isEqualTo("6750.00");
    }

    @Test
    void the_average_before_a_gap_reaches_back_before_the_period() {
        AgreementId supply = active("Used", "use the average of the previous 7 days");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 30);
        lacking("2026-02-01", 0, 24, 0);
        site.readings("IE-1", "2026-02-02", "2026-02-28", 10);

        assertThat(site.sweep().runAll().items()).extracting(Item::result).containsOnly(Result.SETTLED);
        assertThat(net(supply)).isEqualTo("7200.00");
    }

    @Test
    void a_gap_at_the_start_of_an_earlier_period_is_estimated_from_what_lies_before_that() {
        AgreementId supply = active(
                "the highest of Import Meter over the previous 1 Months + Used * 0",
                "use the average of the previous 7 days");
        site.readings("IE-1", "2025-12-20", "2025-12-31", 50);
        lacking("2026-01-01", 0, 24, 0);
        site.readings("IE-1", "2026-01-02", "2026-02-28", 10);
        site.readings("IE-1", "2025-12-01", "2025-12-19", 50);

        site.sweep().runAll();
        assertThat(net(supply)).isEqualTo("50.00");
    }

    @Test
    void terms_behind_terms_reach_back_one_behind_the_other() {
        AgreementId supply = active("Behind", "hold settlement, notify Client", """
                Peak is the highest of Import Meter over the previous 1 Months.
                Behind is the highest of Peak over the previous 1 Months.
                """);
        site.readings("IE-1", "2025-11-01", "2025-12-31", 70);
        site.readings("IE-1", "2026-01-01", "2026-02-28", 10);

        assertThat(site.sweep().runAll().items()).extracting(Item::result).containsOnly(Result.SETTLED);
        assertThat(net(supply)).isEqualTo("70.00");
    }

    @Test
    void pages_of_other_scales_are_read_alike() {
        AgreementId supply = active("Used", "hold settlement, notify Client");
        site.readings("IE-1", "2026-01-01", "2026-02-27", 10);
        site.readingsOf("IE-1", "2026-02-28", "kWh", SiteFixture.ZONE, Collections.nCopies(24, 12_345L));

        site.sweep().runAll();
        assertThat(net(supply)).isEqualTo("6776.28");
    }

    @Test
    void a_hold_is_released_when_the_period_is_settled() {
        AgreementId supply = active("Used", "hold settlement, notify Client");
        site.readings("IE-1", "2026-01-01", "2026-02-27", 10);
        assertThat(site.sweep().runAll().count(Result.HELD)).isEqualTo(1);

        site.readings("IE-1", "2026-02-28", "2026-02-28", 10);
        site.at("2026-03-10T11:00:00");

        assertThat(site.sweep().runAll().count(Result.SETTLED)).isEqualTo(1);
        assertThat(site.model.settlements().holdsOf(supply))
                .singleElement()
                .satisfies(hold -> assertThat(hold.state().released()).isTrue());
        assertThat(site.verifying().latest(supply, "Month", FEBRUARY)).isInstanceOf(Verification.Same.class);
    }

    private AgreementId active(String amount, String rule) {
        return active(amount, rule, "");
    }

    private AgreementId active(String amount, String rule, String terms) {
        String missing = rule.startsWith("hold") ? ", " + rule : ": for longer, " + rule;
        return site.active(
                "supply",
                HEAD.formatted(amount) + terms + "when readings of Import Meter are missing" + missing + ".\n");
    }

    /** A day of {@code value} an hour whose hours from {@code from} to {@code to} are missing. */
    private void lacking(String day, int from, int to, long value) {
        List<Long> values = new ArrayList<>(Collections.nCopies(24, value * 1_000));
        for (int hour = from; hour < to; hour++) {
            values.set(hour, null);
        }
        if (from > 0 || to < 24) {
            site.readingsOf("IE-1", day, "kWh", SiteFixture.ZONE, values);
        }
    }

    private String statement(AgreementId agreement) {
        return site.model
                .settlements()
                .latest(agreement, "Month", FEBRUARY)
                .orElseThrow()
                .settlement()
                .statement();
    }

    private String net(AgreementId agreement) {
        return site.model
                .settlements()
                .latest(agreement, "Month", FEBRUARY)
                .orElseThrow()
                .documents()
                .get(0)
                .net()
                .orElseThrow()
                .toPlainString();
    }
}
