package io.smartblocks.runtime.baseline;

import io.smartblocks.dsl.agreement.Declaration.Baseline.Method;
import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.baseline.fitting.Fitted;
import io.smartblocks.runtime.baseline.fitting.Metrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A fitted baseline: use in {@code unit} per day by temperature in °F.
 *
 * @param from the first day of the baseline period
 * @param to the day after the last
 */
public record Fit(Method method, LocalDate from, LocalDate to, String unit, Design design, Fitted fitted)
        implements BaselineFitting.Result {

    public Curve curve() {
        return fitted.curve();
    }

    public Metrics metrics() {
        return fitted.metrics();
    }

    /** How far off savings of so many days may be, with a confidence of 90 %. */
    public Optional<Uncertainty> uncertainty(int days, BigDecimal usedPerDay) {
        if (method.isDaily()) {
            return Uncertainty.of(metrics(), false, days, usedPerDay, Uncertainty.USUAL);
        }
        int months = Math.max(1, (days + 15) / 30);
        BigDecimal perMonth = usedPerDay
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(months), 12, java.math.RoundingMode.HALF_EVEN);
        return Uncertainty.of(metrics(), true, months, perMonth, Uncertainty.USUAL);
    }
}
