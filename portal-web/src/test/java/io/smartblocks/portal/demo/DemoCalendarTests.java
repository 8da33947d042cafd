package io.smartblocks.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCalendarTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-07, 2026-10-26",
        "2026-11-12, 2026-07, 2026-10-26",
        "2026-11-11, 2026-06, 2026-09-26",
        "2027-01-01, 2026-08, 2026-11-26",
        "2027-03-31, 2026-11, 2027-02-26"
    })
    void goes_live_two_weeks_before_a_settlement_that_lies_in_the_past(
            LocalDate today, YearMonth firstMonth, LocalDate liveFrom) {
        assertThat(DemoCalendar.endingOn(today)).isEqualTo(new DemoCalendar(firstMonth, liveFrom));
    }

    @Test
    void has_three_settled_months_behind_it() {
        assertThat(DemoCalendar.endingOn(LocalDate.of(2026, 11, 21)).settledMonths())
                .containsExactly(YearMonth.of(2026, 7), YearMonth.of(2026, 8), YearMonth.of(2026, 9));
    }
}
