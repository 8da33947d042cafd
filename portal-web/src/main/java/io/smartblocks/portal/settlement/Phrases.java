package io.smartblocks.portal.settlement;

import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Says the standard phrases of explanations, which are made in English once for all readers, in the reader's language. What
 * an agreement says in them, such as its terms, stays as it was signed.
 */
final class Phrases {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern FIGURE =
            Pattern.compile("([+−-]?)(\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)( .*)?");
    private static final String CHANGE = "\\((.+) would be (.+) instead of (.+)\\)";
    private static final String DAYS = "from (\\S+) to (\\S+)";

    /** A phrase with its message; the narrower ones come first. */
    private record Phrase(String key, Pattern english) {
        Phrase(String key, String english) {
            this(key, Pattern.compile(english, Pattern.DOTALL));
        }
    }

    private static final List<Phrase> KNOWN = List.of(
            new Phrase("readings.percent", "every reading " + DAYS + " 1 % higher"),
            new Phrase("readings.step", "every reading " + DAYS + " 1 (.+) higher"),
            new Phrase("readings.spread", "1 (.+) more " + DAYS + ", spread evenly over ([\\d,]+) readings"),
            new Phrase("readings.more", "1 (.+) more " + DAYS),
            new Phrase("values.percent", "every value 1 % higher"),
            new Phrase("values.step", "every value (.+) higher"),
            new Phrase("figures.percent", "every figure 1 % higher"),
            new Phrase("each.percent", "each 1 % higher"),
            new Phrase("each.step", "each (.+) higher"),
            new Phrase("percent", "1 % higher"),
            new Phrase("step", "(.+) higher"),
            new Phrase("nothing", "nothing"),
            new Phrase(
                    "nothing.condition", "nothing, because it counts only in conditions, and these are answered alike"),
            new Phrase("nothing.limit", "nothing, because the limit (.+) gives (.+) either way " + CHANGE),
            new Phrase("nothing.steps", "nothing, because only full steps count " + CHANGE),
            new Phrase("nothing.zero", "nothing, because it is multiplied by zero " + CHANGE),
            new Phrase("nothing.rounded", "nothing, because it is (.+) " + CHANGE),
            new Phrase("nothing.stays.though", "nothing, because (.+) stays (.+) " + CHANGE),
            new Phrase("nothing.stays", "nothing, because (.+) stays (.+) with it"),
            new Phrase("not.owed", "it would not be owed"),
            new Phrase("held", "it would be held: (.+)"),
            new Phrase("not.settled", "there would be no settlement: (.+)"),
            new Phrase("difference", "([+−-][^,]*(?:,\\d{3})*[^,]*), to (.+)"),
            new Phrase(
                    "estimates",
                    "(\\d+) readings are estimated; were they all 10 % lower it would be (.+), 10 % higher (.+)"),
            new Phrase("limit.off", "(.+) comes to (.+), and the limit (.+) takes (.+) off\\."),
            new Phrase("limit.to", "(.+) comes to (.+), and the limit (.+) takes (.+) to it\\."),
            new Phrase("limit.none", "(.+) comes to (.+), (.+) from the limit (.+), which changes nothing\\."),
            new Phrase("due.yet", "Nothing is due yet: (.+)\\."),
            new Phrase(
                    "due.exception.else",
                    "Nothing is due because (.+) is an exception that holds: (.+)\\. Without it (.+) would be due\\."),
            new Phrase("due.exception", "Nothing is due because (.+) is an exception that holds: (.+)\\."),
            new Phrase("due.not", "Nothing is due because it is not so that (.+)\\."),
            new Phrase("due.zero", "The clause speaks, but what it gives comes to nothing, and zero is no line\\."));

    private static final Pattern MARGIN = Pattern.compile(
            "(.+) is (.+?); it (holds only|would hold) (.+)\\. If all that is asked holds, (.+)\\.", Pattern.DOTALL);

    private static final List<Phrase> BOUNDS = List.of(
            new Phrase("bound.above", "above (.+)"),
            new Phrase("bound.below", "below (.+)"),
            new Phrase("bound.from", "from (.+) on"),
            new Phrase("bound.to", "up to (.+)"),
            new Phrase("bound.at", "at (.+) exactly"));

    private final Words say;

    Phrases(Words say) {
        this.say = say;
    }

    /** The phrase in the reader's language; as it is where nobody has translated it. */
    public String of(String english) {
        return say.writesLikeAgreements() ? english : translated(english).orElse(english);
    }

    /** The phrase in the reader's language; empty where nobody has translated it. */
    Optional<String> translated(String english) {
        Matcher margin = MARGIN.matcher(english);
        if (margin.matches()) {
            return translated(margin.group(4), BOUNDS)
                    .map(bound -> say.message(
                            margin.group(3).equals("holds only") ? "phrase.margin.holds" : "phrase.margin.would",
                            margin.group(1),
                            shown(margin.group(2)),
                            bound,
                            margin.group(5)));
        }
        return translated(english, KNOWN);
    }

    private Optional<String> translated(String english, List<Phrase> among) {
        return among.stream()
                .flatMap(phrase -> Optional.of(phrase.english().matcher(english))
                        .filter(Matcher::matches)
                        .map(found -> say.message("phrase." + phrase.key(), arguments(found)))
                        .stream())
                .findFirst();
    }

    private Object[] arguments(Matcher found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(group -> shown(found.group(group)))
                .toArray();
    }

    /** Days and figures as the reader's language writes them. */
    private String shown(String words) {
        if (DAY.matcher(words).matches()) {
            return say.day(LocalDate.parse(words));
        }
        Matcher figure = FIGURE.matcher(words);
        return figure.matches()
                ? figure.group(1)
                        + say.number(new BigDecimal(figure.group(2).replace(",", "")))
                        + Optional.ofNullable(figure.group(3)).orElse("")
                : words;
    }
}
