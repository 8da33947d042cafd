package io.smartblocks.ledger.transaction;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** How often a meter reads, as ISO 8601 text: {@code PT15M}, {@code PT30M}, {@code PT1H}, {@code P1D} or {@code P1M}. */
public record Interval(String value) {

    private static final Map<String, Duration> WITHIN_DAY = Map.of(
            "PT5M", Duration.ofMinutes(5),
            "PT10M", Duration.ofMinutes(10),
            "PT15M", Duration.ofMinutes(15),
            "PT30M", Duration.ofMinutes(30),
            "PT1H", Duration.ofHours(1));
    private static final Set<String> LONGER = Set.of("P1D", "P1M");

    public Interval {
        if (!WITHIN_DAY.containsKey(value) && !LONGER.contains(value)) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a reading interval: expected PT5M, PT10M, PT15M, PT30M, PT1H, P1D or P1M");
        }
    }

    /** The interval of so many minutes, such as 15. */
    public static Interval ofMinutes(int minutes) {
        return new Interval(Duration.ofMinutes(minutes).toString());
    }

    /** Whether it is shorter than a day, so that a page holds many values. */
    public boolean withinDay() {
        return WITHIN_DAY.containsKey(value);
    }

    /** How many values a page of the local day holds: 92, 96 or 100 quarter hours; one for a day or month. */
    public int valuesOn(LocalDate day, ZoneId zone) {
        if (!withinDay()) {
            return 1;
        }
        long seconds = startOf(day.plusDays(1), zone).getEpochSecond()
                - startOf(day, zone).getEpochSecond();
        return Math.toIntExact(seconds / WITHIN_DAY.get(value).toSeconds());
    }

    /** Whether each local day of the zone holds a whole number of intervals, also when its clocks are changed. */
    public boolean divides(ZoneId zone) {
        return !withinDay()
                || zone.getRules().getTransitionRules().stream()
                        .mapToInt(rule -> rule.getOffsetAfter().getTotalSeconds()
                                - rule.getOffsetBefore().getTotalSeconds())
                        .allMatch(change -> change % WITHIN_DAY.get(value).toSeconds() == 0);
    }

    /** When the interval with the given number on the local day begins; its count is the end of the day. */
    public Instant startOf(LocalDate day, ZoneId zone, int number) {
        Instant start = startOf(day, zone);
        if (withinDay()) {
            return start.plus(WITHIN_DAY.get(value).multipliedBy(number));
        }
        return number == 0 ? start : startOf(day.plus(Period.parse(value)), zone);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return value;
    }
}
