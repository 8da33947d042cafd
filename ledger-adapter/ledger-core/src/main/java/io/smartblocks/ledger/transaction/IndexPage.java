package io.smartblocks.ledger.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of one index on one local day, where it has more than one a day.
 *
 * @param index whose values these are
 * @param day the local day
 * @param zone the index's time zone
 * @param start the instant at which the day begins there
 * @param interval how long each value holds
 * @param values one per interval in order of time; null where none is known
 */
public record IndexPage(
        IndexId index,
        LocalDate day,
        ZoneId zone,
        Instant start,
        Interval interval,
        List<@Nullable BigDecimal> values) {

    public IndexPage {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** A page with the start that follows from the rest. */
    public static IndexPage of(
            IndexId index, LocalDate day, ZoneId zone, Interval interval, List<@Nullable BigDecimal> values) {
        return new IndexPage(index, day, zone, interval.startOf(day, zone, 0), interval, values);
    }

    /** The value of one interval; empty when it is missing. */
    public Optional<BigDecimal> valueAt(int number) {
        return Optional.ofNullable(values.get(number));
    }

    /** When the interval with the given number begins. */
    public Instant startOf(int number) {
        return interval.startOf(day, zone, number);
    }

    /** How many values are missing. */
    public int missing() {
        return (int) values.stream().filter(Objects::isNull).count();
    }

    /** The same page with other values. */
    public IndexPage with(List<@Nullable BigDecimal> others) {
        return new IndexPage(index, day, zone, start, interval, others);
    }
}
