package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.schedule.SettlementSchedule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTests {

    private static final String SUPPLY = """
            contract "%s" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/%s".
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            Energy Used is the total of Import Meter over Billing Month.
            Energy Charge is Energy Used * 0.20 EUR per kWh.
            Carried Over is the previous Carried Over + Energy Charge, starting at 0 EUR.
            clause 1.1 "Supply":
              Client shall pay %s to Supplier within 14 days after settlement.
            clause 1.2 "Long memory":
              when Carried Over is above 1,000,000 EUR, settlement is held.
            when readings of Import Meter are missing, hold settlement, notify Client.
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
    void days_of_silence_settle_every_missed_period_once_and_in_order() {
        AgreementId supply = site.active("supply", SUPPLY.formatted("supply", "IE-1", "Energy Charge"));
        site.at("2026-04-20T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-03-31", 10);

        SweepReport report = site.sweep().runAll();

        assertThat(report.items())
                .extracting(Item::result, Item::from)
                .containsExactly(
                        tuple(Result.SETTLED, LocalDate.of(2026, 1, 1)),
                        tuple(Result.SETTLED, LocalDate.of(2026, 2, 1)),
                        tuple(Result.SETTLED, LocalDate.of(2026, 3, 1)));
        assertThat(nets(supply)).containsExactly("1488.00", "1344.00", "1486.00");
        assertThat(site.sweep().runAll().items()).isEmpty();
        assertThat(site.ledger.states("settlement/")).hasSize(3);
    }

    @Test
    void a_period_is_settled_on_its_settlement_day_and_not_before() {
        site.active("supply", SUPPLY.formatted("supply", "IE-1", "Energy Charge"));
        Sweep sweep = site.sweep();

        site.at("2026-02-08T23:59:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        assertThat(sweep.runAll().items()).isEmpty();
        site.at("2026-02-09T00:00:00");
        assertThat(sweep.runAll().count(Result.SETTLED)).isEqualTo(1);
    }

    @Test
    void what_needs_a_baseline_that_is_not_fitted_waits_and_says_so() {
        String savings = SUPPLY.formatted("savings", "IE-1", "Energy Saved * 0.10 EUR per kWh")
                .replace("period Billing Month", """
                        meter Outdoor reads °C every 1 hour from "meter/W-1".
                        when readings of Outdoor are missing, hold settlement.
                        baseline Usual Energy of Import Meter is fitted by "CalTRACK daily"
                          from 1 January 2025 to 31 December 2025 with Outdoor.
                        Energy Saved is the total of Usual Energy over Billing Month - Energy Used.
                        period Billing Month""");
        site.meter("W-1", "°C", SiteFixture.ZONE);
        site.active("savings", savings);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);

        assertThat(site.sweep().runAll().items()).singleElement().satisfies(item -> {
            assertThat(item.result()).isEqualTo(Result.HELD);
            assertThat(item.message())
                    .startsWith(
                            "Usual Energy is not fitted: the baseline period from 2025-01-01 to 2025-12-31 lacks 365 days");
        });
    }

    @Test
    void a_gap_holds_the_settlement_until_the_readings_come() {
        AgreementId supply = site.active("supply", SUPPLY.formatted("supply", "IE-1", "Energy Charge"));
        Sweep sweep = site.sweep();

        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-30", 10);
        assertThat(sweep.runAll().items())
                .singleElement()
                .satisfies(item -> assertThat(item.result()).isEqualTo(Result.HELD))
                .satisfies(item -> assertThat(item.message()).contains("Import Meter"));
        assertThat(site.model.settlements().holdsOf(supply)).hasSize(1);
        site.at("2026-02-10T10:20:00");
        long height = site.ledger.height();
        assertThat(sweep.runAll().count(Result.HELD)).isEqualTo(1);
        assertThat(site.ledger.height())
                .as("an unchanged hold is not stated again")
                .isEqualTo(height);

        site.readings("IE-1", "2026-01-31", "2026-01-31", 10);
        site.at("2026-02-10T10:40:00");
        assertThat(sweep.runAll().count(Result.SETTLED)).isEqualTo(1);
        assertThat(site.model.settlements().holds(10)).isEmpty();
    }

    @Test
    void an_agreement_that_cannot_be_settled_stops_no_other() {
        site.active(
                "broken",
                SUPPLY.formatted("broken", "IE-1", "Energy Charge / (Energy Used - Energy Used) * Energy Used"));
        site.active("sound", SUPPLY.formatted("sound", "IE-1", "Energy Charge"));
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);

        SweepReport report = site.sweep().runAll();

        assertThat(report.items())
                .extracting(Item::agreement, Item::result)
                .containsExactlyInAnyOrder(tuple("sound", Result.SETTLED), tuple("broken", Result.REFUSED));
    }

    @Test
    void two_runtimes_at_once_settle_a_period_once() throws Exception {
        site.active("supply", SUPPLY.formatted("supply", "IE-1", "Energy Charge"));
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        Sweep one = site.sweep();
        Sweep other = site.sweep();
        one.plan();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<SweepReport>> reports = List.of(one, other).stream()
                .map(sweep -> pool.submit(() -> {
                    start.await();
                    return sweep.runAll();
                }))
                .toList();
        start.countDown();
        for (Future<SweepReport> report : reports) {
            assertThat(report.get(60, TimeUnit.SECONDS).count(Result.FAILED)).isZero();
        }
        pool.shutdown();

        assertThat(site.ledger.states("settlement/")).hasSize(1);
        assertThat(site.model.chain().transactionsAbout("supply", 100))
                .filteredOn(transaction -> transaction.family().equals("settlement"))
                .hasSize(1);
    }

    @Test
    void a_runtime_leaves_alone_what_it_acts_for_nobody_in() {
        site.active("supply", SUPPLY.formatted("supply", "IE-1", "Energy Charge"));
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);

        assertThat(site.sweepOfStranger().runAll().items()).isEmpty();
        assertThat(site.ledger.states("settlement/")).isEmpty();
    }

    @Test
    void a_committed_settlement_is_verified_from_its_own_evidence() {
        AgreementId supply = site.active("supply", SUPPLY.formatted("supply", "IE-1", "Energy Charge"));
        site.at("2026-03-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-02-28", 10);
        site.sweep().runAll();

        assertThat(site.verifying().latest(supply, "Billing Month", LocalDate.of(2026, 2, 1)))
                .isInstanceOf(Verification.Same.class);
        assertThat(site.verifying().latest(supply, "Billing Month", LocalDate.of(2026, 6, 1)))
                .isInstanceOf(Verification.Unknown.class);
    }

    @Test
    void quartz_sweeps_by_itself() throws Exception {
        site.active("supply", SUPPLY.formatted("supply", "IE-1", "Energy Charge"));
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        CountDownLatch settled = new CountDownLatch(1);

        try (SettlementSchedule schedule =
                SettlementSchedule.start(site.sweep(), Duration.ofMillis(50), report -> settled.countDown())) {
            assertThat(settled.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(site.ledger.states("settlement/")).hasSize(1);
    }

    private List<String> nets(AgreementId agreement) {
        return site.model.settlements().of(agreement).stream()
                .sorted(java.util.Comparator.comparing(
                        record -> record.settlement().from()))
                .map(record -> record.documents()
                        .get(0)
                        .net()
                        .map(BigDecimal::toPlainString)
                        .orElseThrow())
                .toList();
    }
}
