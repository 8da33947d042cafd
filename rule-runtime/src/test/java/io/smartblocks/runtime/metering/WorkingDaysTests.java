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
    void an_unknown_name_has_no_calendar() {
        assertThat(WorkingDays.named("Atlantis")).isEmpty();
    }

    @Test
    void working_days_are_counted_after_the_day_itself() {
        WorkingDays ireland = WorkingDays.named("Ireland").orElseThrow();

        assertThat(ireland.after(LocalDate.of(2026, 10, 31), 5)).isEqualTo("2026-11-06");
        assertThat(ireland.onOrAfter(LocalDate.of(2026, 12, 25))).isEqualTo("2026-12-28");
        assertThat(ireland.onOrBefore(LocalDate.of(2026, 12, 27))).isEqualTo("2026-12-24");
    }
}
