package io.smartblocks.dsl.agreement;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A test of the local calendar and clock; all parts present must hold. Hours are half open, wrap past midnight when
 * {@code from} is not before {@code to}, and {@code to 00:00} is the end of the day. A reading belongs to the hour in
 * which it starts.
 */
public record CalendarTest(
        Optional<DayKind> day,
        Optional<Hours> hours,
        Optional<SeasonTest> season,
        Optional<LocalDate> before,
        Optional<LocalDate> from) {

    /** Kinds of days by the agreement's working-day calendar; a weekday may be a public holiday. */
    public enum DayKind {
        WORKING_DAY,
        WEEKDAY,
        WEEKEND,
        PUBLIC_HOLIDAY
    }

    /** A span of the local clock. */
    public record Hours(LocalTime from, LocalTime to) {}

    /** Inside or outside a season of the agreement. */
    public record SeasonTest(String season, boolean inside) {}
}
