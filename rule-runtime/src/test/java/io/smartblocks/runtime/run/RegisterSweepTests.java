package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers on the ledger: their pages hold stands, and a settlement pays what lies between two of them. */
class RegisterSweepTests {

    private static final String HEAT = """
            contract "heat" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Heat Meter registers kWh every 1 day from "meter/IE-R", rolls over at 10,000 kWh.
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            Heat is the total of Heat Meter over Billing Month.
            clause 1.1 "Supply":
              Client shall pay Heat * 1.00 EUR per kWh to Supplier within 14 days after settlement.
            when readings of Heat Meter are missing, hold settlement, notify Client.
            """;

    private static final String OUTAGES = """
            contract "outages" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            event Outage has Outage Length in hours, reported by Supplier.
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            clause 1.1 "Outages":
              Supplier shall pay the total of Outage Length over Billing Month * 5 EUR per hour to Client at settlement.
            """;

    @TempDir
    private Path directory;

    private SiteFixture site;

    @BeforeEach
    void open() {
        site = new SiteFixture(directory);
        site.register("IE-R");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void months_pay_from_stand_to_stand_over_a_roll_over_and_are_verified_byte_for_byte() {
        AgreementId heat = site.active("heat", HEAT);
        site.at("2026-04-20T10:00:00");
        site.stand("IE-R", "2026-01-01", 9_800);
        site.stand("IE-R", "2026-01-20", 9_990);
        site.stand("IE-R", "2026-02-01", 110);
        site.stand("IE-R", "2026-03-01", 410);

        SweepReport report = site.sweep().runAll();

        assertThat(report.items())
                .extracting(Item::result)
                .containsExactly(Result.SETTLED, Result.SETTLED, Result.HELD);
        assertThat(nets(heat)).containsExactly("310.00", "300.00");
        assertThat(site.model.settlements().of(heat))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    @Test
    void a_month_waits_for_the_stand_at_its_end_and_is_settled_when_it_comes() {
        AgreementId heat = site.active("heat", HEAT);
        site.at("2026-02-20T10:00:00");
        site.stand("IE-R", "2026-01-01", 100);
        site.stand("IE-R", "2026-01-31", 130);
        site.stand("IE-R", "2026-02-02", 133);

        SweepReport held = site.sweep().runAll();

        assertThat(held.items()).extracting(Item::result).containsExactly(Result.HELD);
        assertThat(held.items().get(0).message())
                .contains("there is no stand of Heat Meter at the start of 2026-02-01");
        site.at("2026-02-21T10:00:00");
        site.stand("IE-R", "2026-02-01", 131);
        site.sweep().runAll();
        assertThat(nets(heat)).containsExactly("31.00");
    }

    @Test
    void months_around_a_lost_stand_share_what_lies_between_the_stands_on_either_side() {
        AgreementId heat = site.active(
                "heat",
                HEAT.replace(
                        "missing, hold settlement, notify Client",
                        "missing: for up to 5 days, use a straight line between the readings on either side; "
                                + "for longer, hold settlement"));
        site.at("2026-03-20T10:00:00");
        site.stand("IE-R", "2026-01-01", 100);
        site.stand("IE-R", "2026-01-31", 130);
        site.stand("IE-R", "2026-02-02", 134);
        site.stand("IE-R", "2026-03-01", 160);

        site.sweep().runAll();

        assertThat(nets(heat)).containsExactly("32.00", "28.00");
        assertThat(site.model.settlements().of(heat))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    @Test
    void a_stand_that_goes_back_holds_the_month_and_says_which() {
        site.active("heat", HEAT);
        site.at("2026-02-20T10:00:00");
        site.stand("IE-R", "2026-01-01", 500);
        site.stand("IE-R", "2026-01-15", 450);
        site.stand("IE-R", "2026-02-01", 600);

        SweepReport held = site.sweep().runAll();

        assertThat(held.items()).extracting(Item::result).containsExactly(Result.HELD);
        assertThat(held.items().get(0).message())
                .contains("stood at 500 kWh on 2026-01-01 and at 450 kWh on 2026-01-15", "half of its range");
    }

    @Test
    void events_are_those_that_the_party_reported_within_the_period() {
        AgreementId outages = site.active("outages", OUTAGES);
        site.at("2026-03-20T10:00:00");
        outage(outages, "2026-01-05T10:00:00Z", "2.5");
        outage(outages, "2026-01-31T23:59:59Z", "0.5");
        outage(outages, "2026-02-01T00:00:00Z", "7");

        assertThat(site.sweep().runAll().items())
                .extracting(Item::result)
                .containsExactly(Result.SETTLED, Result.SETTLED);
        assertThat(nets(outages)).containsExactly("15.00", "35.00");
        assertThat(site.model.settlements().of(outages))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
    }

    private void outage(AgreementId agreement, String at, String hours) {
        site.bySupplier(new ReportEvent(
                agreement,
                "Outage",
                Instant.parse(at),
                "report-" + at.replace(':', '.'),
                Map.of("Outage Length", new BigDecimal(hours))));
    }

    private List<String> nets(AgreementId agreement) {
        return site.model.settlements().of(agreement).stream()
                .sorted(Comparator.comparing(record -> record.settlement().from()))
                .map(record -> record.documents()
                        .get(0)
                        .net()
                        .map(BigDecimal::toPlainString)
                        .orElseThrow())
                .toList();
    }
}
