package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * How often an index is published, by the calendar: a total of its values counts each publication once, and the part of
 * one that a window cuts by its days.
 */
final class Publications {

    private static final int MONTHS = 12;
    private static final int DAYS_OF_WEEK = 7;

    private final Ground ground;
    private final TimeSpan every;

    private Publications(Ground ground, TimeSpan every) {
        this.ground = ground;
        this.every = every;
    }

    /** The publications of those of several indexes that is published most often. */
    static Publications of(Ground ground, List<String> indexes) {
        return new Publications(
                ground,
                indexes.stream()
                        .map(index -> Ground.find(ground.agreement().indexes(), index))
                        .map(Declaration.Index::every)
                        .min(Comparator.comparingLong(TimeSpan::roughMinutes))
                        .orElseThrow());
    }

    /** How many publications fall on a day: a thirty-first of one in January, if there is one a month. */
    Exact on(LocalDate day) {
        int count = every.count();
        return switch (every.unit()) {
            case MINUTE, HOUR -> Exact.of(minutes(day)).dividedBy(Exact.of(every.roughMinutes()));
            case DAY, WORKING_DAY -> oneOf(count);
            case WEEK -> oneOf((long) DAYS_OF_WEEK * count);
            case MONTH -> oneOf(days(day, count));
            case YEAR -> oneOf(days(day, MONTHS * count));
        };
    }

    private static Exact oneOf(long days) {
        return Exact.ONE.dividedBy(Exact.of(days));
    }

    private long minutes(LocalDate day) {
        var zone = ground.calendar().zone();
        return Duration.between(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone))
                .toMinutes();
    }

    /** The days of the months that belong together, counted from a January on. */
    private static long days(LocalDate day, int months) {
        long number = (long) day.getYear() * MONTHS + day.getMonthValue() - 1;
        YearMonth month = YearMonth.from(day).minusMonths(Math.floorMod(number, (long) months));
        return month.atDay(1).until(month.plusMonths(months).atDay(1), java.time.temporal.ChronoUnit.DAYS);
    }
}
