package io.smartblocks.runtime.metering;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The intervals of one length that start in the local days from {@code from} up to, not including, {@code to}: 92, 96 or
 * 100 quarter hours a day, by the rules of the zone.
 */
public record Grid(LocalDate from, LocalDate to, ZoneId zone, TimeSpan every) {

    public Grid {
        requireNonNull(zone, "zone");
        requireNonNull(every, "every");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a grid cannot end on " + to + " before it starts on " + from);
        }
        if (every.count() < 1 || every.unit() == TimeSpan.Unit.WORKING_DAY) {
            throw new IllegalArgumentException("meters are not read every " + every);
        }
    }

    /** How many intervals start in these days. */
    public int size() {
        return indexOf(to);
    }

    /** The number of the first interval that starts on or after the start of a local day. */
    public int indexOf(LocalDate day) {
        return switch (every.unit()) {
            case MINUTE, HOUR ->
                Math.toIntExact(
                        ceiling(Duration.between(midnight(from), midnight(day)).getSeconds(), step().getSeconds()));
            default -> {
                ChronoUnit unit = calendarUnit();
                long whole = unit.between(from, day) / every.count();
                LocalDate start = from.plus(whole * every.count(), unit);
                yield Math.toIntExact(start.isBefore(day) ? whole + 1 : whole);
            }
        };
    }

    /** The instant at which an interval starts. */
    public Instant startOf(int index) {
        return isClockwork() ? midnight(from).plus(step().multipliedBy(index)) : midnight(dayOf(index));
    }

    /** The local day on which an interval of whole days starts. */
    public LocalDate dayOf(int index) {
        return isClockwork()
                ? startOf(index).atZone(zone).toLocalDate()
                : from.plus((long) index * every.count(), calendarUnit());
    }

    /** True for intervals of minutes and hours, which have one length however the clock is changed. */
    public boolean isClockwork() {
        return every.unit() == TimeSpan.Unit.MINUTE || every.unit() == TimeSpan.Unit.HOUR;
    }

    /** The length of an interval of minutes or hours. */
    public Duration step() {
        return every.unit() == TimeSpan.Unit.MINUTE
                ? Duration.ofMinutes(every.count())
                : Duration.ofHours(every.count());
    }

    private static long ceiling(long amount, long step) {
        return -Math.floorDiv(-amount, step);
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private ChronoUnit calendarUnit() {
        return switch (every.unit()) {
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }
}
