package io.smartblocks.dsl.wording;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.List;

/** Says in words what a sentence is about, and finds where it ends. */
public final class SentenceWords {

    private SentenceWords() {}

    /** What a sentence says something about: {@code clause 4.3}, {@code `Deadband`}, {@code sentence on working days}. */
    public static String subject(Sentence sentence) {
        if (sentence instanceof Sentence.Naming naming) {
            return "`%s`".formatted(naming.name().text());
        }
        if (sentence instanceof Sentence.Clause clause) {
            return "clause " + clause.number().text();
        }
        if (sentence instanceof Sentence.Story story) {
            return "scenario \"%s\"".formatted(story.name().text());
        }
        if (sentence instanceof Sentence.Repeal repeal) {
            return repealed(repeal);
        }
        if (sentence instanceof Sentence.Start start) {
            return "start of `%s`".formatted(start.name().text());
        }
        if (sentence instanceof Sentence.Gaps) {
            return "rule for missing readings of these meters";
        }
        return "sentence on " + setting(sentence.getClass().getSimpleName());
    }

    private static String repealed(Sentence.Repeal repeal) {
        String name = repeal.name().text();
        return switch (repeal.what()) {
            case CLAUSE -> "clause " + name;
            case TERM -> "`%s`".formatted(name);
            case SCENARIO -> "scenario \"%s\"".formatted(name);
            case VAT -> "VAT at this rate";
            case SETTING -> "sentence on " + setting(name);
        };
    }

    private static String setting(String kind) {
        return switch (kind) {
            case "InForce" -> "when the agreement is in force";
            case "Law" -> "the governing law";
            case "Zone" -> "the time zone";
            case "WorkingDays" -> "working days";
            case "MoneyRounding" -> "the rounding of money";
            case "Roll" -> "due dates";
            case "SetOff" -> "set-off";
            case "Vat" -> "VAT on these clauses";
            default -> "this";
        };
    }

    /** A sentence with its full stop. */
    public static SourceRange withFullStop(List<Lexeme> lexemes, SourceRange at) {
        return lexemes.stream()
                .filter(lexeme -> lexeme.at().start() >= at.end()
                        && lexeme.kind() == Lexeme.Kind.SIGN
                        && lexeme.text().equals("."))
                .findFirst()
                .map(stop -> at.to(stop.at()))
                .orElse(at);
    }
}
