package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Figures and days as an agreement writes them. */
final class Wordings {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int DIGITS = 30;

    private Wordings() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A value in base units as a figure of a unit; nothing if it has no short decimal form. */
    static Optional<String> figure(Exact value, Unit unit) {
        Exact shown = value.dividedBy(unit.scale());
        BigDecimal decimal = shown.toDecimal(DIGITS, RoundingMode.HALF_UP);
        if (!Exact.of(decimal).equals(shown)) {
            return Optional.empty();
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMaximumFractionDigits(DIGITS);
        String figure = format.format(decimal);
        return Optional.of(unit.symbol().isEmpty() ? figure : figure + " " + unit.symbol());
    }
}
