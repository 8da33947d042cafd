package io.smartblocks.dsl;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.syntax.Days;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.dsl.wording.MeterWords;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answer to one parameter and says what it puts in the place of the parameter's sentence. */
final class Answer {

    private static final Pattern FIGURE = Pattern.compile(
            "(?<number>-?(\\d{1,3}(,\\d{3})+|\\d{1,20})(\\.\\d{1,15})?)\\s*(?<unit>[\\p{L}%°][\\p{L}\\p{N}%° ]*)?");
    private static final int LONGEST = 200;

    private final Parameter parameter;
    private final String given;

    Answer(Parameter parameter, String given) {
        this.parameter = parameter;
        this.given = given.strip();
    }

    /** The words for the contract, or why the answer will not do. */
    sealed interface Read {
        /** What takes the place of the parameter's sentence, and, for a date, of its Term. */
        record Words(Optional<String> sentence, Optional<String> date) implements Read {}

        /** Why the answer will not do. */
        record Bad(Code code, String message) implements Read {}
    }

    Read read() {
        if (given.isEmpty()) {
            return new Read.Bad(Code.E0801, "%s is missing. Enter %s.".formatted(parameter.name(), expected()));
        }
        Parameter.Kind kind = parameter.kind();
        if (kind instanceof Parameter.Kind.Quantity quantity) {
            return quantity(quantity.unit());
        }
        if (kind instanceof Parameter.Kind.Date) {
            return date();
        }
        if (given.indexOf('"') >= 0 || given.length() > LONGEST || given.chars().anyMatch(Character::isISOControl)) {
            return unreadable("has a quotation mark or line break in it, or is longer than 200 characters");
        }
        if (given.codePoints().anyMatch(Answer::isUnseen)) {
            return unreadable("has a character in it that cannot be seen");
        }
        return kind instanceof Parameter.Kind.Metered meter
                ? sentence(MeterWords.sentence(parameter.name(), meter, given))
                : sentence("party %s is \"%s\".".formatted(parameter.name(), given));
    }

    /** True for what turns the reading direction or takes no room, so that a name looks different from what it is. */
    static boolean isUnseen(int letter) {
        return Character.getType(letter) == Character.FORMAT;
    }

    private Read quantity(Unit asked) {
        Matcher figure = FIGURE.matcher(given);
        if (!figure.matches()) {
            return unreadable("is no number in " + words(asked));
        }
        Unit unit = Optional.ofNullable(figure.group("unit"))
                .map(String::strip)
                .filter(written -> !written.equals(asked.symbol()))
                .map(Unit::parse)
                .orElse(asked);
        if (!unit.isCommensurableWith(asked)) {
            return unreadable("is in %s, not in %s".formatted(words(unit), words(asked)));
        }
        String number = figure.group("number");
        Exact value = Exact.parse(number.replace(",", "")).times(unit.scale());
        String shown = (number + " " + unit.symbol()).strip();
        return outside(value)
                .<Read>map(limit ->
                        new Read.Bad(Code.E0803, "%s is %s. Enter %s.".formatted(parameter.name(), shown, limit)))
                .orElseGet(() -> sentence("%s is %s.".formatted(parameter.name(), shown)));
    }

    private Optional<String> outside(Exact value) {
        return parameter
                .atLeast()
                .filter(least -> value.compareTo(least.value()) < 0)
                .map(least -> "%s or more".formatted(shown(least)))
                .or(() -> parameter
                        .atMost()
                        .filter(most -> value.compareTo(most.value()) > 0)
                        .map(most -> "%s or less".formatted(shown(most))));
    }

    private Read date() {
        try {
            return new Read.Words(Optional.empty(), Optional.of(Days.written(Days.parse(given))));
        } catch (DateTimeException e) {
            return unreadable("is no day of the calendar");
        }
    }

    private Read unreadable(String why) {
        String shown = given.length() > LONGEST ? given.substring(0, LONGEST) + "…" : given;
        return new Read.Bad(Code.E0802, "%s: \"%s\" %s. Enter %s.".formatted(parameter.name(), shown, why, expected()));
    }

    private String expected() {
        Parameter.Kind kind = parameter.kind();
        if (kind instanceof Parameter.Kind.Quantity quantity) {
            return "a number in %s, such as 1,250.75".formatted(words(quantity.unit()));
        }
        if (kind instanceof Parameter.Kind.Date) {
            return "a day, such as 1 January 2027 or 2027-01-01";
        }
        return kind instanceof Parameter.Kind.Metered ? "the id of a meter" : "the legal name of a party";
    }

    private static Read sentence(String sentence) {
        return new Read.Words(Optional.of(sentence), Optional.empty());
    }

    private static String words(Unit unit) {
        return unit.symbol().isEmpty() ? "no unit" : unit.symbol();
    }

    private static String shown(Expr.Constant limit) {
        return (limit.value().dividedBy(limit.unit().scale()) + " "
                        + limit.unit().symbol())
                .strip();
    }
}
