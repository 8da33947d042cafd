package io.smartblocks.runtime.metering;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.OptionalInt;

/**
 * The intervals of one length that start in the local days from {@code from} up to, not including, {@code to}: 92, 96 or
 * 100 quarter hours a day, by the rules of the zone.
 */
public final class Grid {

    private static final long SECONDS_OF_A_DAY = 86_400;

    private final LocalDate from;
    private final LocalDate to;
    private final ZoneId zone;
    private final TimeSpan every;
    private final long start;
    private final boolean steady;
    private final int size;

    /** The grid from a local day up to another, which is not included. */
    public Grid(LocalDate from, LocalDate to, ZoneId zone, TimeSpan every) {
        this.from = requireNonNull(from, "from");
        this.to = requireNonNull(to, "to");
        this.zone = requireNonNull(zone, "zone");
        this.every = requireNonNull(every, "every");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a grid cannot end on " + to + " before it starts on " + from);
        }
        if (every.count() < 1 || every.unit() == TimeSpan.Unit.WORKING_DAY) {
            throw new IllegalArgumentException("meters are not read every " + every);
        }
        this.start = byTheClock(from);
        this.steady = isSteady(zone.getRules(), start, byTheClock(to));
        this.size = after(to);
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return to;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The length of an interval. */
    public TimeSpan every() {
        return every;
    }

    /** How many intervals start in these days. */
    public int size() {
        return size;
    }

    /** The number of the first interval that starts on or after the start of a local day. */
    public int indexOf(LocalDate day) {
        if (day.equals(from)) {
            return 0;
        }
        return day.equals(to) ? size : after(day);
    }

    /** The number of the first interval that starts on a local day; empty where none does. */
    public OptionalInt firstOn(LocalDate day) {
        if (isClockwork()) {
            long midnight = midnight(day) - start;
            int first = Math.toIntExact(ceiling(midnight, seconds()));
            // mostly it starts as the day does
            return first * seconds() == midnight || dayOf(first).equals(day)
                    ? OptionalInt.of(first)
                    : OptionalInt.empty();
        }
        int first = after(day);
        return dayOf(first).equals(day) ? OptionalInt.of(first) : OptionalInt.empty();
    }

    private int after(LocalDate day) {
        if (isClockwork()) {
            return Math.toIntExact(ceiling(midnight(day) - start, seconds()));
        }
        ChronoUnit unit = calendarUnit();
        long whole = unit.between(from, day) / every.count();
        LocalDate last = from.plus(whole * every.count(), unit);
        return Math.toIntExact(last.isBefore(day) ? whole + 1 : whole);
    }

    /** The instant at which an interval starts. */
    public Instant startOf(int index) {
        return Instant.ofEpochSecond(isClockwork() ? start + index * seconds() : midnight(dayOf(index)));
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
        return Duration.ofSeconds(seconds());
    }

    private long seconds() {
        return every.unit() == TimeSpan.Unit.MINUTE ? every.count() * 60L : every.count() * 3600L;
    }

    private static long ceiling(long amount, long step) {
        return -Math.floorDiv(-amount, step);
    }

    private long midnight(LocalDate day) {
        return steady && !day.isBefore(from) && !day.isAfter(to)
                ? start + SECONDS_OF_A_DAY * (day.toEpochDay() - from.toEpochDay())
                : byTheClock(day);
    }

    private long byTheClock(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    /** Whether the clock is not changed in between, so that all days are equally long. */
    private static boolean isSteady(ZoneRules rules, long start, long end) {
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(start - 1));
        return next == null || next.toEpochSecond() > end;
    }

    private ChronoUnit calendarUnit() {
        return switch (every.unit()) {
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    /** True for the grid of these days, this zone and this length of interval. */
    public boolean isOf(LocalDate day, LocalDate end, ZoneId place, TimeSpan length) {
        return from.equals(day) && to.equals(end) && every.equals(length) && zone.equals(place);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Grid grid && grid.isOf(from, to, zone, every);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * from.hashCode() + to.hashCode()) + every.hashCode();
    }

    @Override
    public String toString() {
        return "every " + every + " from " + from + " up to " + to + " in " + zone;
    }
}
