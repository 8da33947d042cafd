package io.smartblocks.ledger.transaction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A length of time on the calendar that needs no knowledge of holidays: {@code 30 days}, {@code 1 month}. */
public record CalendarSpan(int count, Unit unit) {

    /** What is counted. */
    public enum Unit {
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit steps;

        Unit(ChronoUnit steps) {
            this.steps = steps;
        }
    }

    /** So many days. */
    public static CalendarSpan days(int count) {
        return new CalendarSpan(count, Unit.DAY);
    }

    /** The day that lies the span after another. */
    public LocalDate after(LocalDate day) {
        return times(1, day);
    }

    /** The day that lies so many spans after another, or before it. */
    LocalDate times(long times, LocalDate day) {
        return day.plus(Math.multiplyExact(times, (long) count), unit.steps);
    }

    /** How many whole spans lie between two days, give or take one where months differ in length. */
    long between(LocalDate from, LocalDate to) {
        return Math.floorDiv(unit.steps.between(from, to), (long) count);
    }

    @Override
    public String toString() {
        return count + " " + TypeNames.nameOf(unit) + (count == 1 ? "" : "s");
    }
}
