package io.smartblocks.ledger.transaction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one meter on one local day; a daily or monthly meter's page holds one value under the day on which its
 * interval begins.
 *
 * @param meter whose readings these are
 * @param day the local day
 * @param zone the meter's time zone
 * @param start the instant at which the day begins there
 * @param interval how often the meter reads
 * @param unit the unit of the values
 * @param scale a value stands for {@code value × 10^-scale} in the unit
 * @param values one per interval in order of time; null where no reading is known
 * @param quality one letter per value: {@code A}ctual, {@code E}stimated, {@code C}orrected, {@code -} missing
 * @param flags one letter per value that is remarkable: {@code R} a register that rolls over or goes back, {@code N} negative,
 *     {@code O} outside what is expected or doubted by the source, {@code D} a stand whose advance differs from the sum of the
 *     meter that it checks, {@code S} a spike, {@code K} stuck at the same value, {@code V} estimated by the source; {@code .} for
 *     none; absent where nothing is
 */
public record ReadingsPage(
        MeterId meter,
        LocalDate day,
        ZoneId zone,
        Instant start,
        Interval interval,
        String unit,
        int scale,
        List<@Nullable Long> values,
        String quality,
        Optional<String> flags) {

    // the largest whole number that canonical JSON may hold
    private static final BigInteger LARGEST = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);

    public ReadingsPage {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** A page in which validation found nothing. */
    public ReadingsPage(
            MeterId meter,
            LocalDate day,
            ZoneId zone,
            Instant start,
            Interval interval,
            String unit,
            int scale,
            List<@Nullable Long> values,
            String quality) {
        this(meter, day, zone, start, interval, unit, scale, values, quality, Optional.empty());
    }

    /** A page of actual readings, with the start and quality that follow from the rest. */
    public static ReadingsPage of(
            MeterId meter,
            LocalDate day,
            ZoneId zone,
            Interval interval,
            String unit,
            int scale,
            List<@Nullable Long> values) {
        StringBuilder quality = new StringBuilder(values.size());
        values.forEach(value -> quality.append(value == null ? '-' : 'A'));
        Instant start = interval.startOf(day, zone, 0);
        return new ReadingsPage(meter, day, zone, start, interval, unit, scale, values, quality.toString());
    }

    /** The value of one interval in the page's unit; empty when it is missing. */
    public Optional<BigDecimal> valueAt(int number) {
        return Optional.ofNullable(values.get(number)).map(value -> BigDecimal.valueOf(value, scale));
    }

    /** When the interval with the given number begins. */
    public Instant startOf(int number) {
        return interval.startOf(day, zone, number);
    }

    /** When the day, or the longer interval that begins on it, ends. */
    public Instant end() {
        return interval.withinDay() ? day.plusDays(1).atStartOfDay(zone).toInstant() : interval.startOf(day, zone, 1);
    }

    /** How many values are missing. */
    public int missing() {
        int missing = 0;
        for (Long value : values) {
            missing += value == null ? 1 : 0;
        }
        return missing;
    }

    /** The same values in another scale; empty where that would lose a digit or take more digits than a page holds. */
    public Optional<ReadingsPage> inScale(int other) {
        List<@Nullable Long> rescaled = new ArrayList<>(values.size());
        for (int number = 0; number < values.size(); number++) {
            Optional<BigDecimal> value = valueAt(number).map(BigDecimal::stripTrailingZeros);
            if (value.filter(exact -> !fits(exact, other)).isPresent()) {
                return Optional.empty();
            }
            rescaled.add(
                    value.isPresent()
                            ? value.get().setScale(other).unscaledValue().longValueExact()
                            : null);
        }
        return Optional.of(new ReadingsPage(meter, day, zone, start, interval, unit, other, rescaled, quality, flags));
    }

    private static boolean fits(BigDecimal value, int scale) {
        return value.scale() <= scale
                && value.setScale(scale).unscaledValue().abs().compareTo(LARGEST) <= 0;
    }

    /** The same page with other values, their quality and flags. */
    public ReadingsPage with(List<@Nullable Long> newValues, String newQuality, Optional<String> newFlags) {
        return new ReadingsPage(meter, day, zone, start, interval, unit, scale, newValues, newQuality, newFlags);
    }
}
