package io.smartblocks.runtime.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

    @ParameterizedTest
    @CsvSource({
        "Ireland, 2026-10-26, false",
        "Ireland, 2026-10-27, true",
        "Ireland, 2026-10-31, false",
        "Spain, 2026-10-12, false",
        "Germany, 2026-10-03, false",
        "Ireland, 2027-02-01, false",
        "Ireland, 2027-08-02, false",
        "United States, 2027-07-05, false",
        "United States, 2027-07-04, false",
        "Japan, 2027-05-03, false",
        "Kuwait, 2027-02-25, false",
        "Germany, 2027-01-06, true",
        "'Germany, Bavaria', 2027-01-06, false",
        "'Germany, Berlin', 2027-01-06, true",
        "'Germany, Berlin', 2027-03-08, false",
        "'United Kingdom, Scotland', 2027-11-30, false",
        "'United Kingdom, Wales', 2027-11-30, true",
        "'Spain, Catalonia', 2028-09-11, false",
        "'Spain, Madrid', 2028-09-11, true",
        "TARGET, 2026-05-01, false",
        "TARGET, 2026-10-26, true"
    })
    void calendars_go_by_the_name_of_the_country_or_target(String name, LocalDate day, boolean working) {
        assertThat(WorkingDays.named(name).orElseThrow().isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void a_draft_without_a_calendar_works_from_monday_to_friday_all_year() {
        WorkingDays weekdays = WorkingDays.named("Monday to Friday").orElseThrow();

        assertThat(weekdays.isWorkingDay(LocalDate.of(2026, 12, 25))).isTrue();
        assertThat(weekdays.isWorkingDay(LocalDate.of(2026, 12, 26))).isFalse();
    }

    @Test
    void a_thread_that_finds_no_library_by_itself_finds_the_holidays() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(WorkingDays.named("Portugal").orElseThrow().isWorkingDay(LocalDate.of(2027, 4, 26)))
                    .isTrue();
            assertThat(WorkingDays.named("Portugal").orElseThrow().isWorkingDay(LocalDate.of(2028, 4, 25)))
                    .isFalse();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void an_unknown_name_has_no_calendar() {
        assertThat(WorkingDays.named("Atlantis")).isEmpty();
        assertThat(WorkingDays.named("Germany, Atlantis")).isEmpty();
        assertThat(WorkingDays.named("Atlantis, Bavaria")).isEmpty();
    }

    @Test
    void the_next_working_day_of_the_same_month_goes_back_at_its_end() {
        WorkingDays ireland = WorkingDays.named("Ireland").orElseThrow();

        assertThat(ireland.onOrAfterInMonth(LocalDate.of(2027, 7, 31))).isEqualTo("2027-07-30");
        assertThat(ireland.onOrAfterInMonth(LocalDate.of(2027, 7, 24))).isEqualTo("2027-07-26");
        assertThat(ireland.onOrAfterInMonth(LocalDate.of(2027, 12, 31))).isEqualTo("2027-12-31");
    }

    @Test
    void working_days_are_counted_after_the_day_itself() {
        WorkingDays ireland = WorkingDays.named("Ireland").orElseThrow();

        assertThat(ireland.after(LocalDate.of(2026, 10, 31), 5)).isEqualTo("2026-11-06");
        assertThat(ireland.onOrAfter(LocalDate.of(2026, 12, 25))).isEqualTo("2026-12-28");
        assertThat(ireland.onOrBefore(LocalDate.of(2026, 12, 27))).isEqualTo("2026-12-24");
    }
}
