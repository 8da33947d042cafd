package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DueCalendarTests {

    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");

    private final DueCalendar calendar;

    DueCalendarTests(TestedDatabase database) {
        calendar = ReadModel.on(database.empty()).due();
    }

    @Test
    void what_is_due_by_now_comes_the_longest_due_first() {
        DuePeriod earlier = due("month", "2026-10-01", "2026-11-05T10:00:00Z");
        DuePeriod later = due("day", "2026-11-04", "2026-11-05T11:00:00Z");
        calendar.put(later);
        calendar.put(earlier);
        calendar.put(due("year", "2026-01-01", "2027-01-05T00:00:00Z"));

        assertThat(calendar.due(NOON, StoryFixture.DUBLIN, 3, 10)).containsExactly(earlier, later);
        assertThat(calendar.due(NOON, 1)).containsExactly(earlier);
        assertThat(calendar.due(NOON, StoryFixture.DUBLIN, 4, 10)).isEmpty();
        assertThat(calendar.zones()).containsExactly(StoryFixture.DUBLIN);
    }

    @Test
    void the_next_period_takes_the_place_of_the_one_before() {
        calendar.put(due("month", "2026-09-01", "2026-10-05T10:00:00Z"));
        calendar.put(due("month", "2026-10-01", "2026-11-05T10:00:00Z"));

        assertThat(calendar.of("shared-savings"))
                .extracting(DuePeriod::nextFrom)
                .containsExactly(LocalDate.parse("2026-10-01"));
    }

    @Test
    void nodes_that_note_the_same_calendar_at_once_leave_one_entry() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 50; round++) {
            DuePeriod next = due("month " + round, "2026-10-01", "2026-11-05T10:00:00Z");
            for (Future<?> put :
                    nodes.invokeAll(Collections.nCopies(8, Executors.callable(() -> calendar.put(next))))) {
                put.get();
            }
        }
        nodes.shutdown();

        assertThat(calendar.of("shared-savings")).hasSize(50);
    }

    @Test
    void an_ended_calendar_and_an_ended_agreement_are_forgotten() {
        calendar.put(due("month", "2026-10-01", "2026-11-05T10:00:00Z"));
        calendar.put(due("day", "2026-11-04", "2026-11-05T11:00:00Z"));

        calendar.remove("shared-savings", "1.0", "day");
        assertThat(calendar.of("shared-savings")).extracting(DuePeriod::period).containsExactly("month");

        calendar.remove("shared-savings", "1.0");
        assertThat(calendar.of("shared-savings")).isEmpty();
    }

    @Test
    void failures_are_counted_until_the_next_period_takes_the_place() {
        DuePeriod due = due("month", "2026-10-01", "2026-11-05T10:00:00Z");
        DuePeriod again = due.afterFailure(NOON).afterFailure(NOON.plusSeconds(900));
        calendar.put(again);
        calendar.put(due("day", "2026-11-04", "2026-11-05T11:00:00Z"));

        assertThat(calendar.failing(10))
                .containsExactly(again)
                .extracting(DuePeriod::failures)
                .containsExactly(2);
        assertThat(calendar.oldest(NOON)).contains(Instant.parse("2026-11-05T11:00:00Z"));
        assertThat(calendar.oldest(Instant.parse("2026-11-05T10:59:59Z"))).isEmpty();

        calendar.put(due("month", "2026-11-01", "2026-12-05T10:00:00Z"));
        assertThat(calendar.failing(10)).isEmpty();
    }

    static DuePeriod due(String period, String from, String at) {
        return new DuePeriod(
                "shared-savings", "1.0", period, LocalDate.parse(from), Instant.parse(at), StoryFixture.DUBLIN, 3);
    }
}
