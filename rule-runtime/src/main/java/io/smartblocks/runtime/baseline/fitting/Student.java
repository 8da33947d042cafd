package io.smartblocks.runtime.baseline.fitting;

import java.math.BigDecimal;
import org.hipparchus.distribution.continuous.TDistribution;

/** Student's t. */
public final class Student {

    private Student() {}

    /** The t within which, on both sides, lies such a share of all cases, by degrees of freedom. */
    public static BigDecimal within(BigDecimal share, int freedom) {
        double upper = 0.5 + share.doubleValue() / 2;
        return Rounded.decimal(new TDistribution(freedom).inverseCumulativeProbability(upper));
    }

    static double tails(double t, int freedom) {
        return 2 * new TDistribution(freedom).cumulativeProbability(-Math.abs(t));
    }
}
