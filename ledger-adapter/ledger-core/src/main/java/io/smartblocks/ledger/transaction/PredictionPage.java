package io.smartblocks.ledger.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What one meter is expected to read on one local day.
 *
 * @param meter whose readings are predicted
 * @param day the local day
 * @param zone the meter's time zone
 * @param start the instant at which the day begins there
 * @param interval how often the meter reads
 * @param unit the unit of the values
 * @param scale a value or margin stands for {@code value × 10^-scale} in the unit
 * @param values one per interval in order of time
 * @param margins the expected error of each value, where it is known
 * @param model what the prediction was made with
 */
public record PredictionPage(
        MeterId meter,
        LocalDate day,
        ZoneId zone,
        Instant start,
        Interval interval,
        String unit,
        int scale,
        List<Long> values,
        Optional<List<Long>> margins,
        String model) {

    public PredictionPage {
        values = List.copyOf(values);
        margins = margins.map(List::copyOf);
    }

    /** A page with the start that follows from the rest. */
    public static PredictionPage of(
            MeterId meter,
            LocalDate day,
            ZoneId zone,
            Interval interval,
            String unit,
            int scale,
            List<Long> values,
            String model) {
        Instant start = interval.startOf(day, zone, 0);
        return new PredictionPage(meter, day, zone, start, interval, unit, scale, values, Optional.empty(), model);
    }

    /** The same page with the expected error of each value. */
    public PredictionPage within(List<Long> errors) {
        return new PredictionPage(meter, day, zone, start, interval, unit, scale, values, Optional.of(errors), model);
    }

    /** The value of one interval in the page's unit. */
    public BigDecimal valueAt(int number) {
        return BigDecimal.valueOf(values.get(number), scale);
    }

    /** The expected error of one interval's value in the page's unit; empty where none is stated. */
    public Optional<BigDecimal> marginAt(int number) {
        return margins.map(errors -> BigDecimal.valueOf(errors.get(number), scale));
    }

    /** When the interval with the given number begins. */
    public Instant startOf(int number) {
        return interval.startOf(day, zone, number);
    }
}
