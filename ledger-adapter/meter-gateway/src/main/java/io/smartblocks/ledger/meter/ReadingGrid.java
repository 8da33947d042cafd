package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.transaction.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;

/** The places of a meter's readings in a local day: 92, 96 or 100 for a quarter-hour meter, one for a daily meter. */
record ReadingGrid(ZoneId zone, Interval interval) {

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    Instant startOf(LocalDate day) {
        return interval.startOf(day, zone, 0);
    }

    int places(LocalDate day) {
        return interval.valuesOn(day, zone);
    }

    /** Whether a reading stands for a whole local day or more, whatever the hour of its stamp. */
    boolean wholeDays() {
        return !interval.withinDay();
    }

    /** The place of the reading that starts then, or nothing when no reading may start then. */
    OptionalInt place(LocalDate day, Instant start) {
        if (wholeDays()) {
            return OptionalInt.of(0);
        }
        Duration length = Duration.between(startOf(day), interval.startOf(day, zone, 1));
        int number = Math.toIntExact(Duration.between(startOf(day), start).dividedBy(length));
        boolean onGrid = interval.startOf(day, zone, number).equals(start);
        return onGrid && number < places(day) ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** Whether one reading may last from the one instant to the other. */
    boolean mayLast(Instant start, Instant end) {
        Duration length = Duration.between(start, end);
        return switch (interval.value()) {
            case "P1D" -> isBetween(length, Duration.ofHours(23), Duration.ofHours(25));
            // A page says that its value ends a month after the day it begins, so no other period may be put on it.
            case "P1M" -> day(end).equals(day(start).plusMonths(1));
            default -> length.equals(Duration.parse(interval.value()));
        };
    }

    boolean isMonthly() {
        return interval.value().equals("P1M");
    }

    /** In words what {@link #mayLast} expects. */
    String length() {
        return isMonthly() ? "one month from local day to local day" : interval.value();
    }

    private static boolean isBetween(Duration length, Duration shortest, Duration longest) {
        return length.compareTo(shortest) >= 0 && length.compareTo(longest) <= 0;
    }
}
