package io.smartblocks.dsl.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Knows how people usually come to write what cannot be read, and how they should write it. */
final class Hints {

    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private final Tokens tokens;
    private final List<Token> piece;
    private final int index;

    private Hints(Tokens tokens, List<Token> piece, int index) {
        this.tokens = tokens;
        this.piece = piece;
        this.index = index;
    }

    /** How to mend the piece at the token that cannot stand there, if it is one of the usual mistakes. */
    static Optional<String> at(Tokens tokens, List<Token> piece, int index) {
        Hints hints = new Hints(tokens, piece, index);
        return hints.ofTerms().or(hints::ofFigures).or(hints::ofWholeSentence);
    }

    /** What to write in place of a sign that has no meaning. */
    static String instead(String sign) {
        return switch (sign) {
            case "€", "$", "£" ->
                "write the currency in letters after the figure: `%s`"
                        .formatted(sign.equals("€") ? "5 EUR" : sign.equals("$") ? "5 USD" : "5 GBP");
            case "“", "”", "„", "«", "»", "‘", "’" -> "write straight quotation marks: `\"`";
            case "–", "—", "−" -> "write a hyphen for minus: `-`";
            case "×", "·" -> "write `*` for times";
            default -> "remove it, or put the text it belongs to in quotes";
        };
    }

    private Optional<String> ofTerms() {
        if (type(index) == EscoLexer.TERM && SyntaxErrors.isUnit(text(index).split(" ", 2)[0])) {
            return Optional.of("`%s` is read as one Term: a unit may not stand directly before a Capitalised Word"
                    .formatted(text(index)));
        }
        if (text(index).matches("\\p{Ll}+")
                && text(index + 1).equals("is")
                && Walk.after(piece, index).mayTake(EscoLexer.TERM)) {
            String word = text(index);
            return Optional.of("a Term is written in Capitalised Words: `%s`"
                    .formatted(Character.toUpperCase(word.charAt(0)) + word.substring(1)));
        }
        if (type(index) == EscoLexer.TERM && type(index - 1) == EscoLexer.TERM) {
            return Optional.of("a Term stays on one line; two Terms never stand side by side");
        }
        return type(index) == EscoLexer.UNIT && SyntaxErrors.isUnit(text(index))
                ? Optional.of("`%s` is a unit and cannot be a Term".formatted(text(index)))
                : Optional.empty();
    }

    private Optional<String> ofFigures() {
        if (isDate()) {
            return Optional.of("write a day as `1 January 2027` or `2027-01-01`");
        }
        boolean decimalComma = index > 1
                && type(index) == EscoLexer.NUMBER
                && type(index - 2) == EscoLexer.NUMBER
                && piece.get(index).getStartIndex() - piece.get(index - 2).getStopIndex() == 2;
        return decimalComma
                ? Optional.of("the decimal point is a full stop, a comma groups three digits: `1,250.75`")
                : Optional.empty();
    }

    /** Where a day may stand, there is something like one. */
    private boolean isDate() {
        for (int i = Math.max(0, index - 1); i <= index; i++) {
            String first = text(i).split(" ", 2)[0].toLowerCase(Locale.ROOT);
            boolean like = MONTHS.contains(first) || !first.isEmpty() && Character.isDigit(first.charAt(0));
            if (like && i < piece.size() && Walk.after(piece, i).mayTake(EscoLexer.DATE)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> ofWholeSentence() {
        if (text(index).equals("or") && before("and") || text(index).equals("and") && before("or")) {
            return Optional.of("`and` and `or` never mix: put the one that belongs together in parentheses, "
                    + "`(… and …) or …` or `… and (… or …)`");
        }
        boolean end = index >= piece.size() || Tokens.isFullStop(piece.get(index));
        if (end && before("pay") && !before("to")) {
            return Optional.of("say to whom: `shall pay … to Seller within …`");
        }
        return end && type(0) == EscoLexer.TERM && text(1).equals("is") && before("when") && !before("otherwise")
                ? Optional.of("say what holds in all other cases: `…; 0 EUR otherwise`")
                : Optional.empty();
    }

    private boolean before(String word) {
        return piece.subList(0, Math.min(index, piece.size())).stream()
                .anyMatch(token -> tokens.text(token).equals(word));
    }

    private int type(int place) {
        return place < 0 || place >= piece.size()
                ? Token.INVALID_TYPE
                : piece.get(place).getType();
    }

    private String text(int place) {
        return place < 0 || place >= piece.size() ? "" : tokens.text(piece.get(place));
    }
}
