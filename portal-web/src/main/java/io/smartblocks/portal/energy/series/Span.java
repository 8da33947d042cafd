package io.smartblocks.portal.energy.series;

import io.smartblocks.ledger.transaction.Interval;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much time a chart shows; how finely follows from it and from how often the meter reads. */
public enum Span {
    /** Each reading of a day. */
    DAY,
    /** The hours of a week, from Monday; the days of one for a meter that reads once a day. */
    WEEK,
    /** The days of a month. */
    MONTH,
    /** The months of a year. */
    YEAR;

    /** The span of this name in an address. */
    public static Optional<Span> named(String name) {
        return Arrays.stream(values()).filter(span -> span.key().equals(name)).findFirst();
    }

    /** Those of which a meter with this interval has more than one value. */
    public static List<Span> of(Interval interval) {
        if (interval.withinDay()) {
            return List.of(DAY, WEEK, MONTH, YEAR);
        }
        return interval.value().equals("P1D") ? List.of(WEEK, MONTH, YEAR) : List.of(YEAR);
    }

    /** Its name in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the span that the day lies in. */
    public LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The day after the last of the span that begins on the day; a negative number of spans goes back. */
    public LocalDate plus(LocalDate first, int spans) {
        return switch (this) {
            case DAY -> first.plusDays(spans);
            case WEEK -> first.plusWeeks(spans);
            case MONTH -> first.plusMonths(spans);
            case YEAR -> first.plusYears(spans);
        };
    }

    /** How finely it shows a meter with this interval. */
    public Step step(Interval interval) {
        return switch (this) {
            case DAY -> Step.READING;
            case WEEK -> interval.withinDay() ? Step.HOUR : Step.DAY;
            case MONTH -> Step.DAY;
            case YEAR -> Step.MONTH;
        };
    }

    /** What one point of a chart stands for. */
    public enum Step {
        READING,
        HOUR,
        DAY,
        MONTH
    }
}
