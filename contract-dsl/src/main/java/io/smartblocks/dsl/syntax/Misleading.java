package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Finds what makes a text look different from what it says: characters that cannot be seen or turn the reading direction,
 * letters written in two parts, and words that mix the letters of two alphabets.
 */
final class Misleading {

    private static final Set<Integer> BLANK_LETTERS = Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0);
    private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Misleading() {}

    /** The first finding of each token, in the order of the text. */
    static List<Diagnostic> in(Tokens tokens) {
        return tokens.everything().stream()
                .flatMap(token -> in(token, tokens.written(token)).stream())
                .toList();
    }

    /** True for a character that takes no room of its own and so hides in a text. */
    static boolean isHidden(int letter) {
        int type = Character.getType(letter);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || BLANK_LETTERS.contains(letter);
    }

    private static Optional<Diagnostic> in(Token token, String written) {
        boolean word = token.getType() == EscoLexer.TERM || token.getType() == EscoLexer.LOWER;
        boolean quoted = token.getType() == EscoLexer.STRING || token.getType() == EscoLexer.NOTE;
        for (int i = 0; i < written.length(); i += Character.charCount(written.codePointAt(i))) {
            int letter = written.codePointAt(i);
            boolean start = letter == BYTE_ORDER_MARK && token.getStartIndex() + i == 0;
            if (word && Character.getType(letter) == Character.NON_SPACING_MARK && i > 0) {
                return Optional.of(split(token, written, i));
            }
            if (isUnseen(letter) && !start && !(quoted && JOINERS.contains(letter))) {
                return Optional.of(unseen(range(token, written, i, i + Character.charCount(letter)), letter));
            }
        }
        return word ? mixed(token, written) : Optional.empty();
    }

    private static boolean isUnseen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.CONTROL -> letter != '\t' && letter != '\n' && letter != '\r';
            default -> BLANK_LETTERS.contains(letter);
        };
    }

    private static Diagnostic unseen(SourceRange at, int letter) {
        return Diagnostic.of(
                        Code.E0104,
                        at,
                        "the character U+%04X (%s) cannot be seen and could make this text look different from what it says"
                                .formatted(letter, Character.getName(letter)))
                .fix("remove it", at, "");
    }

    private static Diagnostic split(Token token, String written, int mark) {
        SourceRange at = range(token, written, mark - 1, mark + 1);
        String one = Normalizer.normalize(written.substring(mark - 1, mark + 1), Normalizer.Form.NFC);
        return Diagnostic.of(Code.E0104, at, "`%s` is written in two parts, a letter and a mark".formatted(one))
                .fix("write it as one letter: save the text in the Unicode form NFC", at, one);
    }

    private static Optional<Diagnostic> mixed(Token token, String written) {
        int start = 0;
        for (String word : written.split("[^\\p{L}]+")) {
            int from = written.indexOf(word, start);
            start = from + word.length();
            Optional<Integer> stranger = word.codePoints()
                    .boxed()
                    .filter(letter -> alphabet(letter) != alphabet(word.codePointAt(0)))
                    .findFirst();
            if (stranger.isPresent()) {
                return Optional.of(twoAlphabets(range(token, written, from, start), word, stranger.orElseThrow()));
            }
        }
        return Optional.empty();
    }

    private static Diagnostic twoAlphabets(SourceRange at, String word, int stranger) {
        int first = word.codePointAt(0);
        return Diagnostic.of(
                        Code.E0111,
                        at,
                        "`%s` mixes two alphabets: `%s` is %s, `%s` is %s"
                                .formatted(
                                        word,
                                        Character.toString(first),
                                        Character.getName(first),
                                        Character.toString(stranger),
                                        Character.getName(stranger)))
                .help("write the whole word in one alphabet");
    }

    private static Character.UnicodeScript alphabet(int letter) {
        return Character.UnicodeScript.of(letter);
    }

    private static SourceRange range(Token token, String written, int from, int to) {
        int lineStart = written.lastIndexOf('\n', from - 1) + 1;
        int line = token.getLine()
                + (int) written.substring(0, from)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int column = lineStart == 0 ? token.getCharPositionInLine() + from : from - lineStart;
        return new SourceRange(token.getStartIndex() + from, token.getStartIndex() + to, line, column + 1);
    }
}
