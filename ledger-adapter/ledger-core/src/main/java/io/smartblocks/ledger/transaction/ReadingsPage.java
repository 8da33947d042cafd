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
 * @param flags one letter per value where validation found something to look at: {@code S}pike, {@code N}egative, stuc{@code
 *     K}, {@code R}oll-over or a register going back, estimated at the {@code V}endor's, {@code O}ther; {@code .} for none; absent
 *     where nothing was found
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
        return (int) values.stream().filter(Objects::isNull).count();
    }

    /** The same page with other values, their quality and flags. */
    public ReadingsPage with(List<@Nullable Long> newValues, String newQuality, Optional<String> newFlags) {
        return new ReadingsPage(meter, day, zone, start, interval, unit, scale, newValues, newQuality, newFlags);
    }
}
