package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as people read them, with commas between thousands and as many digits as the figure needs. */
final class Figures {

    private static final int DIGITS = 6;

    private Figures() {}

    static String number(Exact value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(DIGITS);
        BigDecimal rounded = value.toDecimal(DIGITS, RoundingMode.HALF_UP);
        String shown = rounded.signum() == 0 ? "0" : format.format(rounded);
        return value.equals(Exact.of(rounded)) ? shown : "about " + shown;
    }

    /** A value in base units, in its unit. */
    static String in(Exact value, Unit unit) {
        return number(value.dividedBy(unit.scale()));
    }

    static String with(Exact value, Unit unit) {
        return (in(value, unit) + " " + unit.symbol()).strip();
    }

    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + money(amount);
    }
}
