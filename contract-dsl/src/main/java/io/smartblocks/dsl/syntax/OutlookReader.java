package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Finds out what may stand at a place of a text, also in the middle of a sentence that is only half written. */
public final class OutlookReader {

    private static final int MOST_WORDS = 400;
    private static final Pattern BEGUN_NUMBER = Pattern.compile("(?<![\\p{L}0-9.])[0-9][0-9.]*\\z");
    private static final int FULL_STOP = Tokens.typeOf(".").orElseThrow();

    private final SourceText source;
    private final Tokens tokens;
    private final int offset;

    private OutlookReader(SourceText source, int offset) {
        this.source = source;
        this.tokens = new Tokens(source);
        this.offset = offset;
    }

    /** What may stand at an offset; nothing inside a note. */
    public static Outlook at(SourceText source, int offset) {
        return new OutlookReader(
                        source, Math.max(0, Math.min(offset, source.text().length())))
                .read();
    }

    private Outlook read() {
        Optional<Token> touched = touched();
        if (touched.filter(token -> token.getType() == EscoLexer.NOTE).isPresent()) {
            return new Outlook(begun(offset), List.of(), false, List.of());
        }
        boolean quoted = touched.filter(OutlookReader::isQuoted).isPresent();
        int start = quoted
                ? touched.orElseThrow().getStartIndex()
                : touched.filter(this::isWord).map(Token::getStartIndex).orElseGet(this::numberStart);
        List<Token> before = sentence(start);
        Walk walk = walk(before);
        if (walk.isLost()) {
            before = lastLine(before);
            walk = walk(before);
        }
        List<Outlook.Next> next = new ArrayList<>(Phrases.after(walk));
        if (walk.mayTake(FULL_STOP) && startsLine(start)) {
            next.addAll(Phrases.after(Walk.start()));
        }
        List<Lexeme> words = before.stream().map(tokens::lexeme).toList();
        return new Outlook(
                begun(quoted ? start + 1 : start),
                words,
                quoted,
                next.stream()
                        .filter(it -> quoted == (it.kind() == Outlook.Kind.QUOTED))
                        .distinct()
                        .toList());
    }

    /** The token in which the place lies or at whose end it lies. */
    private Optional<Token> touched() {
        return tokens.everything().stream()
                .filter(token -> token.getType() != EscoLexer.WS && token.getType() != Token.EOF)
                .filter(token -> token.getStartIndex() < offset && offset <= token.getStopIndex() + 1)
                .findFirst();
    }

    private static boolean isQuoted(Token token) {
        return token.getType() == EscoLexer.STRING || token.getType() == EscoLexer.UNCLOSED;
    }

    private boolean isWord(Token token) {
        int letter = tokens.written(token).codePointAt(0);
        return Character.isLetter(letter) || letter == '°' || letter == '%';
    }

    private int numberStart() {
        Matcher number = BEGUN_NUMBER.matcher(source.text()).region(Math.max(0, offset - 40), offset);
        return number.useTransparentBounds(true).find() ? number.start() : offset;
    }

    private SourceRange begun(int start) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < start; i++) {
            if (source.text().charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new SourceRange(start, Math.max(start, offset), line, start - lineStart + 1);
    }

    /** The tokens of the sentence that is being written, up to an offset. */
    private List<Token> sentence(int end) {
        List<Token> before = tokens.all().stream()
                .filter(token -> token.getStopIndex() < end)
                .toList();
        List<List<Token>> pieces = Tokens.pieces(before);
        List<Token> last = pieces.isEmpty() ? List.of() : pieces.get(pieces.size() - 1);
        boolean ended = !last.isEmpty() && Tokens.isFullStop(last.get(last.size() - 1));
        return ended || last.size() > MOST_WORDS ? List.of() : last;
    }

    private static Walk walk(List<Token> words) {
        Walk walk = Walk.start();
        for (Token word : words) {
            walk = walk.step(word.getType());
            if (walk.isLost()) {
                return walk;
            }
        }
        return walk;
    }

    /** What began on the last line on which a sentence could begin, where the one before has no full stop. */
    private List<Token> lastLine(List<Token> words) {
        for (int i = words.size() - 1; i > 0; i--) {
            boolean first = words.get(i).getLine() > words.get(i - 1).getLine();
            if (first && !walk(words.subList(i, words.size())).isLost()) {
                return words.subList(i, words.size());
            }
        }
        return words;
    }

    private boolean startsLine(int start) {
        int i = start;
        while (i > 0 && (source.text().charAt(i - 1) == ' ' || source.text().charAt(i - 1) == '\t')) {
            i--;
        }
        return i == 0 || source.text().charAt(i - 1) == '\n';
    }
}
