package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;

/** Says in the words of the language why a sentence cannot be read, and what was probably meant. */
final class SyntaxErrors {

    private static final int MOST_NAMED = 6;
    private static final int MOST_SEARCHED = 25;

    private static final Map<String, Integer> KEYWORDS = keywords();

    private static final List<String> UNITS =
            UnitWords.ALL.stream().filter(unit -> unit.length() > 1).toList();

    private final Tokens tokens;
    private int searched;

    SyntaxErrors(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The diagnostic for the token at {@code index} of a piece, which cannot stand there. */
    Diagnostic at(List<Token> piece, int index) {
        Token token = index < piece.size() ? piece.get(index) : Tokens.fullStopAfter(piece.get(piece.size() - 1));
        return switch (token.getType()) {
            case EscoLexer.UNCLOSED ->
                Diagnostic.of(Code.E0105, Tokens.range(token), "this text in quotes has no closing quotation mark")
                        .help("close it with `\"` before the full stop");
            case EscoLexer.UNREADABLE ->
                Diagnostic.of(Code.E0104, Tokens.range(token), "the character " + shown(token) + " has no meaning here")
                        .help(Hints.instead(tokens.text(token)));
            default ->
                unknownWord(piece, index, token)
                        .or(() -> capitalKeyword(piece, index))
                        .orElseGet(() -> unexpected(piece, index, token));
        };
    }

    /** A misspelt keyword or unit, or a keyword with a capital letter. */
    private Optional<Diagnostic> unknownWord(List<Token> piece, int index, Token token) {
        if (token.getType() != EscoLexer.LOWER && token.getType() != EscoLexer.TERM) {
            return Optional.empty();
        }
        String word = tokens.text(token).split(" ", 2)[0];
        SourceRange at = Tokens.range(token);
        SourceRange first = new SourceRange(at.start(), at.start() + word.length(), at.line(), at.column());
        Optional<String> meant = meant(piece, index, word).filter(better -> !better.equals(word));
        if (meant.isPresent()) {
            return Optional.of(misspelt(first, word, meant.orElseThrow()));
        }
        return token.getType() == EscoLexer.LOWER ? Optional.of(strange(piece, index, first, word)) : Optional.empty();
    }

    /** A keyword before the fault whose capital letter made it a Term. */
    private Optional<Diagnostic> capitalKeyword(List<Token> piece, int index) {
        if (index == 0 || piece.get(index - 1).getType() != EscoLexer.TERM) {
            return Optional.empty();
        }
        String word = tokens.text(piece.get(index - 1));
        String keyword = word.toLowerCase(Locale.ROOT);
        SourceRange at = Tokens.range(piece.get(index - 1));
        return KEYWORDS.containsKey(keyword) && Walk.after(piece, index - 1).mayTake(KEYWORDS.get(keyword))
                ? Optional.of(misspelt(at, word, keyword))
                : Optional.empty();
    }

    private static Diagnostic misspelt(SourceRange at, String word, String better) {
        String message = better.equalsIgnoreCase(word) && KEYWORDS.containsKey(better)
                ? "`%s`: did you mean `%s`? keywords are lower case".formatted(word, better)
                : "`%s`: did you mean `%s`?".formatted(word, better);
        return Diagnostic.of(Code.E0101, at, message).fix("write `%s`".formatted(better), at, better);
    }

    private Diagnostic strange(List<Token> piece, int index, SourceRange at, String word) {
        Diagnostic said = Diagnostic.of(
                Code.E0101, at, "`%s` is no word of the language%s".formatted(word, expected(piece, index)));
        Walk before = Walk.after(piece, index);
        return before.mayTake(EscoLexer.TERM)
                ? said.help("a Term is written in Capitalised Words, such as `%s`".formatted(capitalised(word)))
                : before.mayTake(EscoLexer.UNIT)
                        ? said.help("units are such as `EUR`, `kWh`, `MWh`, `kW`, `%`, `°C`, `hours` or `days`")
                        : said;
    }

    private Optional<String> meant(List<Token> piece, int index, String word) {
        List<String> known = new ArrayList<>(KEYWORDS.keySet());
        Walk before = Walk.after(piece, index);
        if (before.mayTake(EscoLexer.UNIT)) {
            known.addAll(UNITS);
        }
        for (Optional<String> near = Nearest.to(word, known); near.isPresent(); near = Nearest.to(word, known)) {
            String candidate = near.orElseThrow();
            if (UNITS.contains(candidate) || before.mayTake(KEYWORDS.get(candidate))) {
                return near;
            }
            known.remove(candidate);
        }
        return Optional.empty();
    }

    private Diagnostic unexpected(List<Token> piece, int index, Token token) {
        if (index == 0 && Tokens.isFullStop(token)) {
            return Diagnostic.of(Code.E0103, Tokens.range(token), "there is no sentence before this full stop")
                    .fix("remove it", Tokens.range(token), "");
        }
        for (int point = index; point >= Math.max(0, index - 1); point--) {
            if (Tokens.splitsNumber(piece, point)) {
                return swallowedNumber(piece.get(point - 1));
            }
        }
        Diagnostic said = Diagnostic.of(
                Code.E0103,
                Tokens.range(token),
                Tokens.isFullStop(token)
                        ? "this sentence ends too early" + expected(piece, index)
                        : "this sentence cannot be read from %s on%s".formatted(shown(token), expected(piece, index)));
        Optional<String> hint = Hints.at(tokens, piece, index);
        if (hint.isPresent()) {
            return said.help(hint.orElseThrow());
        }
        return searched > MOST_SEARCHED
                ? said
                : Repair.of(tokens, piece, index).map(said::with).orElse(said);
    }

    /** A word with a capital letter right before a number makes a Term with its first digits. */
    private Diagnostic swallowedNumber(Token term) {
        String text = tokens.text(term);
        String word = text.substring(0, text.lastIndexOf(' '));
        Diagnostic said = Diagnostic.of(
                Code.E0103,
                Tokens.range(term),
                "`%s` is read as one Term, because its number stands directly after a Capitalised Word"
                        .formatted(text));
        return KEYWORDS.containsKey(word.toLowerCase(Locale.ROOT))
                ? said.help("keywords are lower case: `%s`".formatted(word.toLowerCase(Locale.ROOT)))
                : said.help("put a word or sign between them, such as `%s is`".formatted(word));
    }

    /** What the language would accept instead, in words; empty when there is too much to name. */
    private String expected(List<Token> piece, int index) {
        if (searched++ > MOST_SEARCHED) {
            return "";
        }
        List<String> names = new ArrayList<>();
        Walk before = Walk.after(piece, index);
        for (int type = 1; type <= EscoLexer.VOCABULARY.getMaxTokenType(); type++) {
            if (before.mayTake(type)) {
                names.add(name(type));
            }
        }
        if (names.isEmpty() || names.size() > MOST_NAMED) {
            return "";
        }
        int last = names.size() - 1;
        return last == 0
                ? "; expected is " + names.get(0)
                : "; expected is %s or %s".formatted(String.join(", ", names.subList(0, last)), names.get(last));
    }

    private static String name(int type) {
        return switch (type) {
            case EscoLexer.TERM -> "a Term";
            case EscoLexer.UNIT -> "a unit";
            case EscoLexer.NUMBER -> "a number";
            case EscoLexer.DOTTED -> "a clause number";
            case EscoLexer.TIME -> "a time of day";
            case EscoLexer.DATE -> "a date";
            case EscoLexer.DAYMONTH -> "a day of the year";
            case EscoLexer.STRING -> "a text in quotes";
            default -> {
                String literal = EscoLexer.VOCABULARY.getLiteralName(type).replace("'", "");
                yield ".".equals(literal) ? "a full stop" : "`" + literal + "`";
            }
        };
    }

    /** True for the name of a unit that is no keyword. */
    static boolean isUnit(String word) {
        return UNITS.contains(word);
    }

    private String shown(Token token) {
        String text = tokens.text(token);
        int letter = text.isEmpty() ? 0 : text.codePointAt(0);
        return token.getType() == EscoLexer.UNREADABLE && (letter < 0x21 || letter > 0x2FFF)
                ? "U+%04X".formatted(letter)
                : "`%s`".formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text);
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Map<String, Integer> keywords() {
        Map<String, Integer> words = new TreeMap<>();
        for (int type = 1; type <= EscoLexer.VOCABULARY.getMaxTokenType(); type++) {
            String literal = EscoLexer.VOCABULARY.getLiteralName(type);
            if (literal != null && Character.isLetter(literal.charAt(1))) {
                words.put(literal.substring(1, literal.length() - 1), type);
            }
        }
        return words;
    }
}
