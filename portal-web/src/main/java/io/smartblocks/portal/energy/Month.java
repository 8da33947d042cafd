package io.smartblocks.portal.energy;

import io.smartblocks.portal.energy.DayTotal.Quality;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The days of a month that have begun, with the sum of those that are complete. */
record Month(List<DayTotal> days) {

    Month {
        days = List.copyOf(days);
    }

    /** The sum over the days that have a total. */
    public BigDecimal sum() {
        return days.stream().map(DayTotal::total).flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public long estimated() {
        return count(Quality.ESTIMATED);
    }

    public long missing() {
        return count(Quality.MISSING);
    }

    public long complete() {
        return days.size() - missing();
    }

    private long count(Quality quality) {
        return days.stream().filter(day -> day.quality() == quality).count();
    }
}
