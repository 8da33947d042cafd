package io.smartblocks.runtime.baseline;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** What a fitted baseline says of other days, by their own weather: each day exact, rounded once to six digits. */
public final class Counterfactual {

    /** Digits of a day's use in the unit of its meter. */
    public static final int DIGITS = 6;

    private Counterfactual() {}

    /** The use of one day; none without its temperature. */
    public static Optional<BigDecimal> on(LocalDate day, Fit fit, MeterColumn temperature) {
        return on(day, fit.curve(), new DayTemperatures(temperature));
    }

    /**
     * What would have been used in each interval of a grid of whole days.
     *
     * @param temperature of all days of the grid; a day without one stays missing
     */
    public static MeterColumn over(Grid grid, Fit fit, MeterColumn temperature) {
        return over(grid, fit.curve(), fit.unit(), temperature);
    }

    /** The same by a curve that stands in a statement, which counts in the unit per day. */
    public static MeterColumn over(Grid grid, Curve curve, String unit, MeterColumn temperature) {
        DayTemperatures temperatures = new DayTemperatures(temperature);
        MeterColumn.Builder column = MeterColumn.of(grid, unit, DIGITS);
        for (int i = 0; i < grid.size(); i++) {
            BigDecimal sum = BigDecimal.ZERO;
            boolean whole = true;
            for (LocalDate day = grid.dayOf(i); day.isBefore(grid.dayOf(i + 1)); day = day.plusDays(1)) {
                Optional<BigDecimal> use = on(day, curve, temperatures);
                sum = sum.add(use.orElse(BigDecimal.ZERO));
                whole &= use.isPresent();
            }
            column.put(
                    i, sum.setScale(DIGITS).unscaledValue().longValueExact(), whole ? Quality.ACTUAL : Quality.MISSING);
        }
        return column.build();
    }

    private static Optional<BigDecimal> on(LocalDate day, Curve curve, DayTemperatures temperatures) {
        return temperatures
                .of(day)
                .map(temperature -> curve.at(Exact.of(temperature)).toDecimal(DIGITS, RoundingMode.HALF_EVEN));
    }
}
