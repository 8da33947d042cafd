package io.smartblocks.portal.cli;

import io.smartblocks.dsl.units.Unit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A figure with its unit as somebody typed it, such as {@code 8 hours} or {@code 1,250.50 EUR}.
 *
 * @param value the figure
 * @param unit the unit as it was typed; empty for a bare number
 */
record Quantity(BigDecimal value, String unit) {

    private static final Pattern FORM =
            Pattern.compile("([-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(\\s*[%°].*|\\s+\\p{L}.*)?");

    static Quantity of(String typed) {
        Matcher matcher = FORM.matcher(typed.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + typed + "' is not a figure with its unit: expected such as \"1,250.5 kWh\"");
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2).strip();
        return new Quantity(new BigDecimal(matcher.group(1).replace(",", "").replaceFirst("^\\+", "")), unit);
    }

    /** The figure, which must be in the unit in which a thing is stated; no other is converted. */
    BigDecimal in(String expected, String thing) {
        Unit declared = Unit.parse(expected);
        Unit typed = Unit.parse(unit);
        if (!typed.isCommensurableWith(declared) || !typed.scale().equals(declared.scale())) {
            throw new InputRefused("%s is stated %s; '%s' is not. Expected such as \"%s\"."
                    .formatted(
                            thing,
                            expected.isEmpty() ? "as a number without unit" : "in " + expected,
                            words(value, unit),
                            words(value, expected)));
        }
        return value;
    }

    /** A figure as people read it: with commas between thousands, and its unit. */
    static String words(BigDecimal value, String unit) {
        String figure = String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
        return unit.isEmpty() ? figure : figure + " " + unit;
    }

    @Override
    public String toString() {
        return words(value, unit);
    }

    /** Reads one from an option. */
    static final class Converter implements ITypeConverter<Quantity> {
        @Override
        public Quantity convert(String text) {
            try {
                return of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
