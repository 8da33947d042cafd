package io.smartblocks.portal.words;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a figure the way a language writes it. Marks or spaces between thousands stand before every three digits or not
 * at all, and never behind a leading zero: what another language would read as another figure is not guessed.
 */
final class FigureReader {

    private static final String SPACES = " \u00a0\u202f\u2009";

    private final Pattern figure;

    private FigureReader(char decimal, char grouping) {
        String between = '[' + SPACES + Pattern.quote(Character.toString(grouping)) + ']';
        figure = Pattern.compile("([-\u2212+]?)((?:[1-9]\\d{0,2}(?:(" + between + ")\\d{3}(?:\\3\\d{3})*)|\\d{1,20}))"
                + "(?:" + Pattern.quote(Character.toString(decimal)) + "(\\d{1,12}))?");
    }

    static FigureReader of(Locale language) {
        DecimalFormatSymbols marks = DecimalFormatSymbols.getInstance(language);
        return new FigureReader(marks.getDecimalSeparator(), marks.getGroupingSeparator());
    }

    Optional<BigDecimal> read(String typed) {
        Matcher found = figure.matcher(typed.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String sign = found.group(1).isEmpty() || found.group(1).equals("+") ? "" : "-";
        String fraction = found.group(4) == null ? "" : '.' + found.group(4);
        return Optional.of(new BigDecimal(sign + found.group(2).replaceAll("\\D", "") + fraction));
    }
}
