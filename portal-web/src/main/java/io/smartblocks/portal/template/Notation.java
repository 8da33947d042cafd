package io.smartblocks.portal.template;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Figures and days stand in an agreement as its language writes them, and in a form as the reader's language does. */
@Component
class Notation {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern FIGURE = Pattern.compile("([-\u2212]?\\d[\\d,]*(?:\\.\\d+)?)(.*)", Pattern.DOTALL);

    /** What stands before the id of a meter in a text. */
    static final String METER = "meter/";

    private final Words say;

    Notation(Words say) {
        this.say = say;
    }

    /** What was typed, as the text has it; nothing where the reader's language has no such figure. */
    Optional<String> written(Parameter parameter, String typed) {
        String plain = typed.strip();
        if (parameter.kind() instanceof Kind.Metered && !plain.isEmpty() && !plain.startsWith(METER)) {
            return Optional.of(METER + plain);
        }
        if (plain.isEmpty() || say.writesLikeAgreements()) {
            return Optional.of(typed);
        }
        if (parameter.kind() instanceof Kind.Quantity quantity) {
            return figure(plain, quantity.unit().symbol());
        }
        return parameter.kind() instanceof Kind.Date
                ? Optional.of(say.dayTyped(plain).map(WRITTEN::format).orElse(plain))
                : Optional.of(typed);
    }

    private Optional<String> figure(String typed, String unit) {
        boolean named = !unit.isEmpty() && typed.endsWith(unit);
        String figure = named ? typed.substring(0, typed.length() - unit.length()) : typed;
        return say.figure(figure).map(BigDecimal::toPlainString).map(plain -> named ? plain + ' ' + unit : plain);
    }

    /** An answer as the text has it, written for the reader. */
    String shown(Parameter parameter, String known) {
        if (parameter.kind() instanceof Kind.Quantity) {
            Matcher figure = FIGURE.matcher(known);
            return figure.matches()
                    ? say.number(new BigDecimal(figure.group(1).replace(",", "").replace('\u2212', '-')))
                            + figure.group(2)
                    : known;
        }
        return parameter.kind() instanceof Kind.Date ? day(known) : known;
    }

    private String day(String known) {
        try {
            return say.day(LocalDate.parse(known, WRITTEN));
        } catch (DateTimeException otherWords) {
            return known;
        }
    }
}
