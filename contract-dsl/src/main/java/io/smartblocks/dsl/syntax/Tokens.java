package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Cuts a text into tokens and, at the full stops, into the pieces that should be sentences. */
final class Tokens {

    /** Stands for an opening quotation mark that is known to have no closing one. */
    private static final char OPEN_QUOTE = '\uFDD0';

    private static final int MOST_OPEN_QUOTES = 20;

    private static final Set<String> STARTS = IntStream.rangeClosed(1, EscoLexer.VOCABULARY.getMaxTokenType())
            .filter(type -> EscoLexer.VOCABULARY.getLiteralName(type) != null)
            .filter(type -> Walk.start().mayTake(type))
            .mapToObj(type -> EscoLexer.VOCABULARY.getLiteralName(type).replace("'", ""))
            .collect(Collectors.toSet());

    private final SourceText source;
    private final boolean hidden;
    private final List<Token> everything;

    Tokens(SourceText source) {
        this.source = source;
        this.hidden = source.text().chars().anyMatch(Misleading::isHidden);
        this.everything = lexed();
    }

    /** Every token, notes and white space too. */
    List<Token> everything() {
        return everything;
    }

    /** Every token, notes and white space left out. */
    List<Token> all() {
        return everything.stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
                .toList();
    }

    /** Every token and note, white space left out. */
    List<Lexeme> lexemes() {
        return everything.stream()
                .filter(token -> token.getType() != Token.EOF && token.getType() != EscoLexer.WS)
                .map(this::lexeme)
                .toList();
    }

    Lexeme lexeme(Token token) {
        return new Lexeme(kind(token.getType()), text(token), range(token));
    }

    /** The tokens cut after each full stop; the last piece may lack its own. */
    static List<List<Token>> pieces(List<Token> tokens) {
        List<List<Token>> pieces = new ArrayList<>();
        List<Token> piece = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            piece.add(token);
            if (isFullStop(token) && !splitsNumber(tokens, i) || token.getType() == EscoLexer.UNCLOSED) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }

    /** True at the point of {@code Pay 388.13}, where the Capitalised Word before has taken the first digits. */
    static boolean splitsNumber(List<Token> tokens, int point) {
        return point > 0
                && point + 1 < tokens.size()
                && isFullStop(tokens.get(point))
                && tokens.get(point - 1).getType() == EscoLexer.TERM
                && tokens.get(point - 1).getText().matches("(?s).* [0-9]+")
                && tokens.get(point + 1).getType() == EscoLexer.NUMBER
                && tokens.get(point + 1).getStartIndex() - tokens.get(point - 1).getStopIndex() == 2;
    }

    /** The characters of a token, without those that hide in a word. */
    String text(Token token) {
        String written = written(token);
        boolean word = token.getType() == EscoLexer.TERM || token.getType() == EscoLexer.LOWER;
        return hidden && word ? visible(written) : written;
    }

    /** The characters of a token as they stand in the text. */
    String written(Token token) {
        return token.getStartIndex() > token.getStopIndex()
                ? token.getText()
                : source.text().substring(token.getStartIndex(), token.getStopIndex() + 1);
    }

    private static String visible(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC)
                .codePoints()
                .filter(letter -> !Misleading.isHidden(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static SourceRange range(Token token) {
        int end = Math.max(token.getStartIndex(), token.getStopIndex() + 1);
        return new SourceRange(token.getStartIndex(), end, token.getLine(), token.getCharPositionInLine() + 1);
    }

    static boolean isFullStop(Token token) {
        return token.getType() == FULL_STOP;
    }

    /** A full stop that the writer left out after {@code last}. */
    static Token fullStopAfter(Token last) {
        CommonToken stop = new CommonToken(FULL_STOP, ".");
        stop.setStartIndex(last.getStopIndex() + 1);
        stop.setStopIndex(last.getStopIndex());
        stop.setLine(last.getLine());
        stop.setCharPositionInLine(last.getCharPositionInLine() + last.getStopIndex() + 1 - last.getStartIndex());
        return stop;
    }

    /** True if a sentence of the language may begin with this token. */
    boolean mayStart(Token token) {
        return token.getType() == EscoLexer.TERM || STARTS.contains(text(token));
    }

    /** The token type of a keyword or sign. */
    static Optional<Integer> typeOf(String literal) {
        for (int type = 1; type <= EscoLexer.VOCABULARY.getMaxTokenType(); type++) {
            if (("'" + literal + "'").equals(EscoLexer.VOCABULARY.getLiteralName(type))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static final int FULL_STOP = typeOf(".").orElseThrow();

    private List<Token> lexed() {
        StringBuilder plain = new StringBuilder(source.text());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isSurrogate(c) || c == OPEN_QUOTE) {
                plain.setCharAt(i, '\uFFFD');
            } else if (hidden && i > 0 && Misleading.isHidden(c)) {
                // In a word a letter takes its place, so that the word stays whole and is told of once.
                plain.setCharAt(i, Character.isLetter(plain.charAt(i - 1)) ? 'x' : ' ');
            }
        }
        List<Token> tokens = lex(plain);
        for (int i = 0; i < MOST_OPEN_QUOTES && tokens.stream().anyMatch(Tokens::isUnclosed); i++) {
            Optional<Token> suspect =
                    tokens.stream().filter(this::swallowsSentences).findFirst();
            if (suspect.isEmpty()) {
                return tokens;
            }
            plain.setCharAt(suspect.orElseThrow().getStartIndex(), OPEN_QUOTE);
            tokens = lex(plain);
        }
        return tokens;
    }

    @SuppressWarnings("unchecked")
    private static List<Token> lex(StringBuilder plain) {
        EscoLexer lexer = new EscoLexer(CharStreams.fromString(plain.toString()));
        lexer.removeErrorListeners();
        return (List<Token>) lexer.getAllTokens();
    }

    private static boolean isUnclosed(Token token) {
        return token.getType() == EscoLexer.UNCLOSED && token.getText().startsWith("\"");
    }

    /** A quoted text whose first line ends a sentence and whose second begins one, or a heading, lacks its closing mark. */
    private boolean swallowsSentences(Token token) {
        if (token.getType() != EscoLexer.STRING) {
            return false;
        }
        String[] lines = text(token).split("\r?\n", 3);
        String first = lines[0].stripTrailing();
        return lines.length > 1
                && (first.endsWith(":")
                        || first.endsWith(".")
                                && STARTS.contains(lines[1].strip().split("\\s", 2)[0]));
    }

    private static Lexeme.Kind kind(int type) {
        return switch (type) {
            case EscoLexer.TERM -> Lexeme.Kind.TERM;
            case EscoLexer.UNIT -> Lexeme.Kind.UNIT;
            case EscoLexer.NUMBER, EscoLexer.DOTTED, EscoLexer.TIME -> Lexeme.Kind.NUMBER;
            case EscoLexer.DATE, EscoLexer.DAYMONTH -> Lexeme.Kind.DATE;
            case EscoLexer.STRING -> Lexeme.Kind.QUOTED;
            case EscoLexer.NOTE -> Lexeme.Kind.NOTE;
            case EscoLexer.LOWER, EscoLexer.UNCLOSED, EscoLexer.UNREADABLE -> Lexeme.Kind.OTHER;
            default ->
                Character.isLetter(EscoLexer.VOCABULARY.getLiteralName(type).charAt(1))
                        ? Lexeme.Kind.KEYWORD
                        : Lexeme.Kind.SIGN;
        };
    }
}
