package io.smartblocks.dsl.units;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Decimals as plain text, without an exponent. */
public final class PlainText {

    /** So many digits fit a whole number. */
    private static final int DIGITS = 18;

    private static final int LONGEST = 2 * DIGITS + 3;

    private PlainText() {}

    /** The shortest text of a decimal: without trailing zeros after the point, {@code 0} for zero. */
    public static String shortest(BigDecimal value) {
        int scale = value.scale();
        if (scale < 0 || scale > DIGITS || value.precision() > DIGITS) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
        long digits = value.scaleByPowerOfTen(scale).longValue();
        while (scale > 0 && digits % 10 == 0) {
            digits /= 10;
            scale--;
        }
        return scale == 0 ? Long.toString(digits) : withPoint(digits, scale);
    }

    private static String withPoint(long digits, int scale) {
        byte[] text = new byte[LONGEST];
        int at = LONGEST;
        long rest = Math.abs(digits);
        for (int place = 0; rest != 0 || place <= scale; place++) {
            if (place == scale) {
                text[--at] = '.';
            }
            text[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (digits < 0) {
            text[--at] = '-';
        }
        return new String(text, at, LONGEST - at, StandardCharsets.ISO_8859_1);
    }
}
