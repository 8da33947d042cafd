package io.smartblocks.runtime.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.TimeSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTests {

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    @ParameterizedTest
    @CsvSource({"15, MINUTE", "7, HOUR", "1, DAY"})
    void the_first_interval_of_a_day_is_the_first_that_starts_on_it(int count, TimeSpan.Unit unit) {
        Grid grid = new Grid(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 5), DUBLIN, new TimeSpan(count, unit));
        for (LocalDate day = grid.from(); day.isBefore(grid.to()); day = day.plusDays(1)) {
            int first = grid.firstOn(day).orElseThrow();

            assertThat(grid.dayOf(first)).isEqualTo(day);
            assertThat(first == 0 || grid.dayOf(first - 1).isBefore(day)).isTrue();
        }
    }

    /** Clocks that are changed at midnight, by a whole day, by half an hour, or never. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Dublin",
                "America/Havana",
                "Africa/Cairo",
                "Pacific/Apia",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "UTC"
            })
    void days_start_as_the_clock_says(String name) {
        ZoneId zone = ZoneId.of(name);
        for (LocalDate month = LocalDate.of(2009, 1, 1); month.getYear() < 2014; month = month.plusMonths(1)) {
            Grid grid = new Grid(month, month.plusMonths(1), zone, new TimeSpan(15, TimeSpan.Unit.MINUTE));
            long start = month.atStartOfDay(zone).toEpochSecond();
            for (LocalDate day = month; !day.isAfter(grid.to()); day = day.plusDays(1)) {
                assertThat(grid.indexOf(day) * 900L)
                        .as("%s in %s", day, zone)
                        .isEqualTo(day.atStartOfDay(zone).toEpochSecond() - start);
            }
        }
    }

    @Test
    void hours_that_a_clock_shifted_by_half_of_one_no_longer_start_with_the_day() {
        Grid grid = new Grid(
                LocalDate.of(2026, 4, 4), LocalDate.of(2026, 4, 8), LORD_HOWE, new TimeSpan(1, TimeSpan.Unit.HOUR));

        assertThat(grid.firstOn(LocalDate.of(2026, 4, 6))).hasValue(49);
        assertThat(grid.startOf(49).atZone(LORD_HOWE).toLocalTime()).hasToString("00:30");
    }

    @Test
    void a_day_within_a_longer_interval_has_none_of_its_own() {
        Grid grid = new Grid(
                LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 9), DUBLIN, new TimeSpan(2, TimeSpan.Unit.DAY));

        assertThat(grid.firstOn(LocalDate.of(2026, 3, 3))).hasValue(1);
        assertThat(grid.firstOn(LocalDate.of(2026, 3, 4))).isEmpty();
    }
}
