package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.schedule.SettlementSchedule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with one agreement, or with the ledger, loses nothing and stops nothing else. */
class SweepFailureTests {

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
            meter Import Meter reads kWh every 1 hour from "meter/%s".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            Used is the total of Import Meter over Month.
            clause 1 "Supply":
              Client shall pay Used * 0.20 EUR per kWh to Supplier within 14 days after settlement.
            """;
    private static final String HELD = "when readings of Import Meter are missing, hold settlement, notify Client.\n";

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
    void an_agreement_that_cannot_be_read_is_reported_and_stops_no_other() {
        site.unreadable("ancient");
        site.active("sound", HEAD.formatted("IE-1") + HELD);
        january();

        SweepReport report = site.sweep().runAll();

        assertThat(report.items())
                .extracting(Item::agreement, Item::result)
                .containsExactlyInAnyOrder(tuple("ancient", Result.FAILED), tuple("sound", Result.SETTLED));
        assertThat(report.items())
                .filteredOn(item -> item.result() == Result.FAILED)
                .singleElement()
                .extracting(Item::message)
                .asString()
                .contains("ancient 1.0 cannot be settled here");
        assertThat(site.sweep().runAll().items())
                .as("put off, not asked again at once")
                .isEmpty();
    }

    @Test
    void a_meter_that_is_registered_otherwise_than_agreed_is_named_with_both_sides() {
        site.meter("IE-2", "MWh", SiteFixture.ZONE);
        site.meter("IE-3", "kWh", ZoneId.of("Europe/Paris"));
        site.active("unit", HEAD.formatted("IE-2") + HELD);
        site.active("zone", HEAD.formatted("IE-3") + HELD);
        site.active("sound", HEAD.formatted("IE-1") + HELD);
        january();
        site.readingsOf("IE-2", "2026-01-05", "MWh", SiteFixture.ZONE, Collections.nCopies(24, 1_000L));
        site.readingsOf("IE-3", "2026-01-05", "kWh", ZoneId.of("Europe/Paris"), Collections.nCopies(24, 1_000L));

        SweepReport report = site.sweep().runAll();

        assertThat(report.count(Result.SETTLED)).isEqualTo(1);
        assertThat(report.items())
                .filteredOn(item -> item.agreement().equals("unit"))
                .singleElement()
                .satisfies(item -> assertThat(item.result()).isEqualTo(Result.FAILED))
                .satisfies(item -> assertThat(item.message()).contains("the unit kWh", "IE-2", "MWh"));
        assertThat(report.items())
                .filteredOn(item -> item.agreement().equals("zone"))
                .singleElement()
                .satisfies(item -> assertThat(item.message()).contains("Europe/Dublin", "IE-3", "Europe/Paris"));
    }

    @Test
    void a_ledger_that_cannot_write_leaves_the_period_due() {
        site.active("supply", HEAD.formatted("IE-1") + HELD);
        site.active("other", HEAD.formatted("IE-1") + HELD);
        january();
        AtomicInteger failures = new AtomicInteger(1);
        Sweep sweep = site.sweepOn(FaultyLedger.thatCannotWrite(site.ledger, failures));

        SweepReport failed = sweep.runAll();

        assertThat(failed.items()).hasSize(2).allSatisfy(item -> {
            assertThat(item.result()).isEqualTo(Result.FAILED);
            assertThat(item.message()).isEqualTo("committing: the disk is full");
        });
        assertThat(site.ledger.states("settlement/")).isEmpty();
        site.at("2026-02-10T10:20:00");
        assertThat(sweep.runAll().count(Result.SETTLED)).isEqualTo(2);
        assertThat(site.ledger.states("settlement/")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 2"})
    void a_lost_answer_is_looked_for_and_nothing_is_signed_again(boolean taken, int sent) {
        site.active("supply", HEAD.formatted("IE-1") + HELD);
        january();
        List<Batch> heard = new ArrayList<>();
        Sweep sweep = site.sweepOn(FaultyLedger.thatLosesAnswers(site.ledger, new AtomicInteger(1), taken, heard));

        assertThat(sweep.runAll().count(Result.SETTLED)).isEqualTo(1);
        assertThat(site.ledger.states("settlement/")).hasSize(1);
        assertThat(heard).hasSize(sent).containsOnly(heard.get(0));
    }

    @Test
    void what_is_before_the_ledger_is_proposed_until_it_answers() {
        site.active("supply", HEAD.formatted("IE-1") + HELD);
        january();
        AtomicReference<Sweep> sweep = new AtomicReference<>();
        List<Integer> proposed = new ArrayList<>();
        sweep.set(site.sweepOn(
                FaultyLedger.before(
                        site.ledger, batch -> proposed.add(sweep.get().proposed())),
                Duration.ofMinutes(1)));

        assertThat(sweep.get().runAll().count(Result.SETTLED)).isEqualTo(1);

        assertThat(proposed).containsExactly(1);
        assertThat(sweep.get().proposed()).isZero();
    }

    @Test
    void what_a_hanging_ledger_took_is_unknown_until_its_key_tells() {
        AgreementId supply = site.active("supply", HEAD.formatted("IE-1") + HELD);
        january();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        List<Batch> heard = new ArrayList<>();
        Sweep sweep = site.sweepOn(FaultyLedger.thatHangs(site.ledger, goOn, heard), Duration.ofMillis(200));

        SweepReport hanging = sweep.runAll();

        assertThat(hanging.stopped()).hasValueSatisfying(why -> assertThat(why).contains("unknown whether it took"));
        assertThat(hanging.items()).singleElement().satisfies(item -> {
            assertThat(item.result()).isEqualTo(Result.FAILED);
            assertThat(item.message()).startsWith("committing: the ledger did not answer");
        });
        assertThat(site.ledger.states("settlement/")).isEmpty();
        assertThat(site.model.due().of(supply.value()))
                .as("no fault of the agreement")
                .allSatisfy(due -> assertThat(due.failures()).isZero());

        goOn.complete(null);
        SweepReport after = sweep.runAll();

        assertThat(site.ledger.states("settlement/")).hasSize(1);
        assertThat(after.stopped()).isEmpty();
        assertThat(after.items())
                .allSatisfy(item -> assertThat(item.result()).isIn(Result.SETTLED, Result.ALREADY_SETTLED));
        assertThat(sweep.runAll().isEmpty()).isTrue();
        assertThat(site.model.settlements().of(supply)).hasSize(1);
    }

    @Test
    void behind_a_slow_ledger_few_batches_wait_and_all_is_settled() {
        for (int i = 0; i < 40; i++) {
            site.active("supply-" + i, HEAD.formatted("IE-1") + HELD);
        }
        january();
        AtomicInteger most = new AtomicInteger();
        Sweep sweep = site.sweepOn(FaultyLedger.thatIsSlow(site.ledger, Duration.ofMillis(50), most));

        assertThat(sweep.runAll().count(Result.SETTLED)).isEqualTo(40);
        assertThat(most.get())
                .as("one batch of each thread that sweeps")
                .isBetween(1, Runtime.getRuntime().availableProcessors() + 1);
    }

    @Test
    void what_takes_too_long_to_gather_is_settled_in_parts_and_nothing_is_left() {
        for (int i = 0; i < 3; i++) {
            site.active("supply-" + i, HEAD.formatted("IE-1") + HELD);
        }
        january();
        long before = site.ledger.height();

        SweepReport report = site.sweepThatGathersSlowly().runAll();

        assertThat(report.count(Result.SETTLED)).isEqualTo(3);
        assertThat(report.isComplete()).isTrue();
        assertThat(site.ledger.height() - before).as("each went on its own").isEqualTo(3);
    }

    @Test
    void what_is_held_is_looked_at_each_quarter_of_an_hour_at_first_and_then_each_hour() {
        site.active("supply", HEAD.formatted("IE-1") + HELD);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-30", 10);
        List<Integer> tried = new ArrayList<>();
        for (int minute = 0; minute <= 250; minute += 5) {
            site.at(LocalDateTime.parse("2026-02-10T10:00:00")
                    .plusMinutes(minute)
                    .toString());
            if (site.sweep().runAll().count(Result.HELD) == 1) {
                tried.add(minute);
            }
        }
        assertThat(tried).containsExactly(0, 15, 30, 45, 60, 120, 180, 240);
    }

    @Test
    void a_hold_that_could_not_be_stated_is_stated_later() {
        AgreementId supply = site.active("supply", HEAD.formatted("IE-1") + HELD);
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-30", 10);
        Sweep sweep = site.sweepOn(FaultyLedger.thatCannotWrite(site.ledger, new AtomicInteger(1)));

        assertThat(sweep.runAll().count(Result.FAILED)).isEqualTo(1);
        site.at("2026-02-10T10:20:00");
        assertThat(sweep.runAll().count(Result.HELD)).isEqualTo(1);
        assertThat(site.model.settlements().holdsOf(supply)).hasSize(1);
    }

    @Test
    void quartz_goes_on_after_sweeps_that_failed() throws Exception {
        site.active("supply", HEAD.formatted("IE-1") + HELD);
        january();
        AtomicInteger failures = new AtomicInteger(5);
        CountDownLatch settled = new CountDownLatch(1);

        try (SettlementSchedule schedule = SettlementSchedule.start(
                site.sweepOn(FaultyLedger.thatIsAway(site.ledger, failures)),
                Duration.ofMillis(50),
                report -> settled.countDown())) {
            assertThat(settled.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(failures.get()).isNegative();
        assertThat(site.ledger.states("settlement/")).hasSize(1);
    }

    @Test
    void a_year_that_reads_its_months_documents_waits_for_all_of_them() {
        AgreementId supply = site.active("supply", HEAD.formatted("IE-1") + HELD + """
                period Year is every 1 year from 1 January 2026, settled 5 working days after its end.
                Paid is the amount due by Client under clause 1 over Year.
                clause 2 "Bonus":
                  when Paid is above 0 EUR,
                  Supplier shall pay 10 % of Paid to Client within 14 days after settlement.
                """);
        site.at("2027-01-20T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-12-30", 10);

        SweepReport lacking = site.sweep().runAll();

        assertThat(lacking.count(Result.SETTLED)).isEqualTo(11);
        assertThat(lacking.items())
                .filteredOn(item -> item.period().equals("Year"))
                .singleElement()
                .satisfies(item -> assertThat(item.result()).isEqualTo(Result.HELD))
                .satisfies(item -> assertThat(item.message()).contains("waits for Month from 2026-12-01"));

        site.readings("IE-1", "2026-12-31", "2026-12-31", 10);
        site.at("2027-01-20T11:00:00");
        assertThat(site.sweep().runAll().count(Result.SETTLED)).isEqualTo(2);
        assertThat(site.model
                        .settlements()
                        .latest(supply, "Year", LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .documents()
                        .get(0)
                        .net()
                        .orElseThrow())
                .isEqualByComparingTo("1752.00");
    }

    private void january() {
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
    }
}
