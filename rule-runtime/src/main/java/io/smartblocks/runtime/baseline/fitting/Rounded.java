package io.smartblocks.runtime.baseline.fitting;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Where floating point ends: coefficients and statistics as decimals of twelve digits. */
final class Rounded {

    /** Significant digits of a coefficient; digits after the point of a share. */
    static final int DIGITS = 12;

    private static final MathContext CONTEXT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private Rounded() {}

    static Exact exact(double value) {
        return Exact.of(decimal(value));
    }

    static BigDecimal decimal(double value) {
        return plain(finite(value).round(CONTEXT));
    }

    /** A share, whose noise far behind the point is nobody's business. */
    static BigDecimal share(double value) {
        return plain(finite(value).setScale(DIGITS, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal finite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ArithmeticException("the readings of the baseline period have no finite statistics");
        }
        return new BigDecimal(value);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
