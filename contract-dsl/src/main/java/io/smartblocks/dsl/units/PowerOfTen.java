package io.smartblocks.dsl.units;

import java.math.BigDecimal;

/** Powers of ten: dividing by one, or rounding to one, only moves the point. */
final class PowerOfTen {

    private static final long[] POWERS = new long[18];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private PowerOfTen() {}

    /** True for 1, 10, 0.01 and so on, as far as the digits written for it are not too many. */
    static boolean is(BigDecimal value) {
        int digits = value.precision();
        return digits <= POWERS.length && value.scaleByPowerOfTen(value.scale()).longValue() == POWERS[digits - 1];
    }

    /** The exponent of a power of ten. */
    static int exponent(BigDecimal power) {
        return power.precision() - 1 - power.scale();
    }

    /** The quotient of a value and a power of ten. */
    static BigDecimal divided(BigDecimal value, BigDecimal power) {
        return value.scaleByPowerOfTen(-exponent(power));
    }
}
