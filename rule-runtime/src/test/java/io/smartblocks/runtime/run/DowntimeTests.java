package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.schedule.SettlementSchedule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody swept for days or weeks, the ledger was away, or one agreement cannot be settled however often it is tried. */
class DowntimeTests {

    /** Each local day is settled on its own. */
    private static final String DAYS = """
            contract "Days" version 1.0.
            in force from %s to %s.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            period Day is every 1 day from %s, settled 1 day after its end.
            Used is the total of Import Meter over Day.
            clause 1 "Supply":
              Client shall pay Used * 1 EUR per kWh to Supplier within 14 days after settlement.
            when readings of Import Meter are missing, hold settlement.
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
    void three_weeks_without_a_sweep_are_settled_once_and_in_order_over_the_night_on_which_the_clock_goes_forward() {
        AgreementId id = days("days", "2026-03-20", "2026-04-10");
        site.at("2026-04-08T10:00:00");
        site.readings("IE-1", "2026-03-19", "2026-04-07", 10);

        SweepReport report = site.sweep().runAll();

        assertThat(report.items()).extracting(Item::result).containsOnly(Result.SETTLED);
        assertThat(report.items())
                .extracting(Item::from)
                .containsExactlyElementsOf(LocalDate.parse("2026-03-20")
                        .datesUntil(LocalDate.parse("2026-04-08"))
                        .toList());
        assertThat(netOf(id, "2026-03-28")).isEqualTo("240.00");
        assertThat(netOf(id, "2026-03-29")).as("a day of 23 hours").isEqualTo("230.00");
        assertThat(site.sweep().runAll().isEmpty()).isTrue();
    }

    @Test
    void the_night_with_an_hour_twice_is_settled_once_by_whichever_sweep_comes_first() {
        AgreementId id = days("days", "2026-10-24", "2026-10-27");
        site.at("2026-10-26T02:00:00");
        site.readings("IE-1", "2026-10-23", "2026-10-25", 10);
        // settled one day after its last day: the 25th is due when the 26th begins, in winter time
        Instant midnight = Instant.parse("2026-10-26T00:00:00Z");

        assertThat(settledAt(midnight.minusSeconds(1))).containsExactly(LocalDate.parse("2026-10-24"));
        assertThat(settledAt(midnight)).containsExactly(LocalDate.parse("2026-10-25"));
        assertThat(settledAt(midnight.plusSeconds(3_600))).isEmpty();
        assertThat(netOf(id, "2026-10-25")).as("a day of 25 hours").isEqualTo("250.00");
    }

    @Test
    void a_node_whose_clock_is_behind_settles_what_is_due_by_its_clock_and_disturbs_nobody() {
        days("days", "2026-03-20", "2026-04-10");
        site.at("2026-04-08T10:00:00");
        site.readings("IE-1", "2026-03-19", "2026-04-07", 10);
        Clock behind = Clock.fixed(instant("2026-03-24T10:00:00"), ZoneOffset.UTC);

        SweepReport early = site.sweepAt(behind).runAll();
        SweepReport rest = site.sweep().runAll();
        SweepReport again = site.sweepAt(behind).runAll();

        assertThat(early.items())
                .extracting(Item::result)
                .containsOnly(Result.SETTLED)
                .hasSize(4);
        assertThat(rest.items())
                .extracting(Item::result)
                .containsOnly(Result.SETTLED)
                .hasSize(15);
        assertThat(again.items()).isEmpty();
    }

    @Test
    void quartz_started_after_weeks_settles_every_missed_period_once() throws Exception {
        days("days", "2026-03-20", "2026-04-10");
        site.at("2026-04-08T10:00:00");
        site.readings("IE-1", "2026-03-19", "2026-04-07", 10);
        List<Item> items = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(19);

        try (SettlementSchedule schedule = SettlementSchedule.start(
                site.sweep(),
                Duration.ofMillis(50),
                report -> report.items().forEach(item -> {
                    items.add(item);
                    all.countDown();
                }))) {
            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(items)
                .extracting(Item::from)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(19);
        assertThat(items).extracting(Item::result).containsOnly(Result.SETTLED);
    }

    @Test
    void while_the_ledger_takes_nothing_sweeps_stop_say_why_and_lose_nothing() {
        for (int i = 0; i < 20; i++) {
            days("days-" + i, "2026-03-20", "2026-03-22");
        }
        site.at("2026-04-08T10:00:00");
        site.readings("IE-1", "2026-03-19", "2026-03-22", 10);
        AtomicInteger failures = new AtomicInteger(Integer.MAX_VALUE);
        Sweep sweep = site.sweepOn(FaultyLedger.thatCannotWrite(site.ledger, failures));

        SweepReport stopped = sweep.runAll();

        assertThat(stopped.stopped()).contains("the disk is full");
        assertThat(stopped.items()).extracting(Item::result).containsOnly(Result.FAILED);
        assertThat(site.model.due().failing(100)).as("no agreement is to blame").isEmpty();
        RunRecord run = site.model.runs().newest(1).get(0);
        assertThat(run.stopped()).contains("the disk is full");
        assertThat(run.problems()).extracting(RunRecord.Problem::step).containsOnly("committing");

        failures.set(0);
        SweepReport goneOn = sweep.runAll();
        assertThat(goneOn.stopped()).isEmpty();
        assertThat(goneOn.count(Result.SETTLED)).isEqualTo(60);
        assertThat(site.ledger.states("settlement/")).hasSize(60);
    }

    @Test
    void what_fails_again_and_again_is_tried_at_growing_intervals_and_stays_visible() {
        site.unreadable("ancient");
        days("sound", "2026-03-20", "2026-03-22");
        site.at("2026-04-08T10:00:00");
        site.readings("IE-1", "2026-03-19", "2026-03-22", 10);
        Instant start = instant("2026-04-08T10:00:00");
        List<Long> triedAfterMinutes = new ArrayList<>();

        for (long minutes = 0; minutes <= 48 * 60; minutes += 15) {
            SweepReport report = site.sweepAt(Clock.fixed(start.plusSeconds(minutes * 60), ZoneOffset.UTC))
                    .runAll();
            if (report.count(Result.FAILED) > 0) {
                triedAfterMinutes.add(minutes);
            }
        }

        assertThat(triedAfterMinutes).containsExactly(0L, 15L, 45L, 105L, 225L, 465L, 945L, 1905L);
        assertThat(site.ledger.states("settlement/")).as("the other is settled").hasSize(3);
        assertThat(site.model.due().failing(10))
                .extracting(DuePeriod::agreement)
                .containsExactly("ancient");
        assertThat(site.model.runs().withProblems(100))
                .hasSize(8)
                .allSatisfy(run -> assertThat(run.problems())
                        .singleElement()
                        .extracting(RunRecord.Problem::step)
                        .isEqualTo("gathering evidence"));
    }

    private List<LocalDate> settledAt(Instant instant) {
        return site.sweepAt(Clock.fixed(instant, ZoneOffset.UTC)).runAll().items().stream()
                .filter(item -> item.result() == Result.SETTLED)
                .map(Item::from)
                .toList();
    }

    private AgreementId days(String id, String from, String to) {
        return site.active(id, DAYS.formatted(words(from), words(to), words(from)));
    }

    private static String words(String day) {
        LocalDate date = LocalDate.parse(day);
        String month = date.getMonth().name();
        return date.getDayOfMonth() + " " + month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT) + " "
                + date.getYear();
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(SiteFixture.ZONE).toInstant();
    }

    private String netOf(AgreementId id, String day) {
        return site.model
                .settlements()
                .latest(id, "Day", LocalDate.parse(day))
                .orElseThrow()
                .documents()
                .get(0)
                .net()
                .orElseThrow()
                .toPlainString();
    }
}
