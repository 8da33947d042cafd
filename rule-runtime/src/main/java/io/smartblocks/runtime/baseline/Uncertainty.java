package io.smartblocks.runtime.baseline;

import io.smartblocks.runtime.baseline.fitting.Metrics;
import io.smartblocks.runtime.baseline.fitting.Student;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How far savings may be off, in the unit of the use and at a confidence (two-sided).
 *
 * @param band the fractional savings uncertainty times the savings: ASHRAE Guideline 14 with the polynomials of Sun and
 *     Baltazar (ASHRAE Transactions 119, 2013) in place of 1.26
 * @param modelError the part of the regression band that is in the coefficients
 * @param noise the part of the regression band that is in the days themselves
 */
public record Uncertainty(BigDecimal confidence, BigDecimal band, BigDecimal modelError, BigDecimal noise) {

    /** As eemeter, nmecr and most plans have it. */
    public static final BigDecimal USUAL = new BigDecimal("0.90");

    private static final MathContext PRECISE = new MathContext(34, RoundingMode.HALF_EVEN);
    private static final MathContext SHOWN = new MathContext(12, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal MONTH = BigDecimal.valueOf(30);

    /**
     * The uncertainty of savings over so many days, or billing months, after the measures; none where the residuals leave no
     * independent rows.
     *
     * @param reported how many days, or months where {@code monthly}, were settled
     * @param reportedMean what was used in one of them on average
     */
    public static Optional<Uncertainty> of(
            Metrics fit, boolean monthly, int reported, BigDecimal reportedMean, BigDecimal confidence) {
        BigDecimal n = BigDecimal.valueOf(fit.rows());
        int freedom = fit.rows() - fit.parameters();
        BigDecimal rho = fit.autocorrelation();
        boolean none =
                rho.abs().compareTo(BigDecimal.ONE) >= 0 || fit.variance().signum() == 0;
        if (none || fit.mean().signum() == 0 || reported < 1 || freedom < 1) {
            return Optional.empty();
        }
        BigDecimal independent = divided(n.multiply(BigDecimal.ONE.subtract(rho)), BigDecimal.ONE.add(rho));
        BigDecimal t = Student.within(confidence, freedom);
        BigDecimal m = BigDecimal.valueOf(reported);
        BigDecimal under = divided(n, independent)
                .multiply(BigDecimal.ONE.add(divided(TWO, independent)))
                .divide(m, PRECISE);
        BigDecimal band = n.multiply(t)
                .multiply(factor(monthly, monthly ? m : divided(m, MONTH)))
                .multiply(fit.rmse())
                .multiply(root(under));
        BigDecimal error = t.multiply(fit.rmse());
        BigDecimal off = fit.mean().subtract(reportedMean);
        BigDecimal model = error.multiply(m)
                .multiply(root(divided(BigDecimal.ONE.add(divided(off.multiply(off), fit.variance())), n)));
        BigDecimal noise = error.multiply(root(divided(m.multiply(n), independent)));
        return Optional.of(new Uncertainty(confidence, shown(band), shown(model), shown(noise)));
    }

    /** The band of a regression: both parts together. */
    public BigDecimal regressionBand() {
        return shown(root(modelError.multiply(modelError).add(noise.multiply(noise))));
    }

    /** The band as a share of the savings; none without savings. */
    public Optional<BigDecimal> fractionOf(BigDecimal savings) {
        return savings.signum() == 0
                ? Optional.empty()
                : Optional.of(divided(band, savings.abs()).round(SHOWN));
    }

    /** The band of a difference of two fits. */
    public static BigDecimal together(BigDecimal one, BigDecimal other) {
        return shown(root(one.multiply(one).add(other.multiply(other))));
    }

    private static BigDecimal factor(boolean monthly, BigDecimal months) {
        BigDecimal square = new BigDecimal(monthly ? "-0.00022" : "-0.00024");
        BigDecimal linear = new BigDecimal(monthly ? "0.03306" : "0.03535");
        BigDecimal constant = new BigDecimal(monthly ? "0.94054" : "1.00286");
        return square.multiply(months).add(linear).multiply(months).add(constant);
    }

    private static BigDecimal divided(BigDecimal one, BigDecimal by) {
        return one.divide(by, PRECISE);
    }

    private static BigDecimal root(BigDecimal of) {
        return of.sqrt(PRECISE);
    }

    private static BigDecimal shown(BigDecimal value) {
        return value.round(SHOWN);
    }
}
