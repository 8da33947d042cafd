package io.smartblocks.portal.document;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures and days in print, the same on every machine. */
final class Figures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Exact HUNDRED = Exact.of(100);
    private static final int PERCENT_DIGITS = 6;

    private Figures() {}

    /** With groups of three digits. */
    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    static BigDecimal percentOf(Exact rate) {
        BigDecimal percent = rate.times(HUNDRED)
                .toDecimal(PERCENT_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    static String percent(Exact rate) {
        return percentOf(rate).toPlainString();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** From the first to the last day; the second is the day after the last. */
    static String span(LocalDate from, LocalDate to) {
        return day(from) + " to " + day(to.minusDays(1));
    }

    /** A text as it may stand between the quotes of a style sheet. */
    static String css(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "\\%06X".formatted(c))
                .collect(Collectors.joining());
    }
}
