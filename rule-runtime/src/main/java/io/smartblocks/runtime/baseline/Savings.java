package io.smartblocks.runtime.baseline;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Energy that was saved (IPMVP): what would have been used, less what was used, over the days of which both are known.
 *
 * @param band how far it may be off with a confidence of 90 %; none where the fit leaves no independent rows
 */
public record Savings(int days, BigDecimal baseline, BigDecimal used, Optional<BigDecimal> band) {

    private static final TimeSpan DAILY = new TimeSpan(1, TimeSpan.Unit.DAY);

    /** What the measures have avoided. */
    public BigDecimal saved() {
        return baseline.subtract(used);
    }

    /** The band as a share of the savings. */
    public Optional<BigDecimal> fraction() {
        return saved().signum() == 0
                ? Optional.empty()
                : band.map(it -> it.divide(saved().abs(), 12, RoundingMode.HALF_EVEN));
    }

    /** Avoided energy: the baseline on the weather of the days from {@code from} up to {@code to}, less what was used. */
    public static Savings avoided(Fit fit, LocalDate from, LocalDate to, MeterColumn usage, MeterColumn temperature) {
        TimeSpan every = usage.grid().isClockwork() ? DAILY : usage.grid().every();
        Grid grid = new Grid(from, to, usage.grid().zone(), every);
        MeterColumn would = Counterfactual.over(grid, fit, temperature);
        BigDecimal baseline = BigDecimal.ZERO;
        BigDecimal used = BigDecimal.ZERO;
        int days = 0;
        for (int i = 0; i < grid.size(); i++) {
            LocalDate start = grid.dayOf(i);
            LocalDate end = grid.dayOf(i + 1);
            int first = usage.grid().indexOf(start);
            int last = usage.grid().indexOf(end);
            if (!end.isAfter(to) && !would.isMissing(i) && usage.count(Quality.MISSING, first, last) == 0) {
                baseline = baseline.add(BigDecimal.valueOf(would.value(i), would.scale()));
                for (int reading = first; reading < last; reading++) {
                    used = used.add(BigDecimal.valueOf(usage.value(reading), usage.scale()));
                }
                days += Math.toIntExact(ChronoUnit.DAYS.between(start, end));
            }
        }
        return new Savings(days, baseline, used, band(fit, days, used));
    }

    /** Normalized savings: the baseline in a normal year, less what the fit of the time after the measures says of it. */
    public static Savings normalized(Fit before, Fit after, LocalDate from, LocalDate to, MeterColumn normal) {
        Grid grid = new Grid(from, to, normal.grid().zone(), DAILY);
        MeterColumn baseline = Counterfactual.over(grid, before, normal);
        MeterColumn reporting = Counterfactual.over(grid, after, normal);
        BigDecimal would = BigDecimal.ZERO;
        BigDecimal does = BigDecimal.ZERO;
        int days = 0;
        for (int i = 0; i < grid.size(); i++) {
            if (!baseline.isMissing(i)) {
                would = would.add(BigDecimal.valueOf(baseline.value(i), baseline.scale()));
                does = does.add(BigDecimal.valueOf(reporting.value(i), reporting.scale()));
                days++;
            }
        }
        Optional<BigDecimal> other = band(after, days, does);
        Optional<BigDecimal> together =
                band(before, days, would).flatMap(one -> other.map(two -> Uncertainty.together(one, two)));
        return new Savings(days, would, does, together);
    }

    private static Optional<BigDecimal> band(Fit fit, int days, BigDecimal used) {
        return days == 0
                ? Optional.empty()
                : fit.uncertainty(days, used.divide(BigDecimal.valueOf(days), 12, RoundingMode.HALF_EVEN))
                        .map(Uncertainty::band);
    }
}
