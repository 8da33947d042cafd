package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Mends a sentence that lacks exactly one word or sign, or has exactly one too many, where it cannot be read. */
final class Repair {

    private Repair() {}

    /** The one small change that makes the piece a sentence. */
    static Optional<Diagnostic.Fix> of(Tokens tokens, List<Token> piece, int index) {
        if (index >= piece.size()) {
            return Optional.empty();
        }
        Token token = piece.get(index);
        SourceRange at = Tokens.range(token);
        List<String> lacking = lacking(piece, index);
        if (lacking.size() == 1) {
            String word = lacking.get(0);
            SourceRange before = new SourceRange(at.start(), at.start(), at.line(), at.column());
            return Optional.of(new Diagnostic.Fix(
                    "write `%s` before %s".formatted(word, Tokens.isFullStop(token) ? "the full stop" : "it"),
                    Optional.of(new Diagnostic.Edit(before, word + " "))));
        }
        List<Token> shorter = new ArrayList<>(piece);
        shorter.remove(index);
        return lacking.isEmpty() && !Tokens.isFullStop(token) && isSentence(shorter)
                ? Optional.of(new Diagnostic.Fix(
                        "leave out `%s`".formatted(tokens.text(token)), Optional.of(new Diagnostic.Edit(at, ""))))
                : Optional.empty();
    }

    private static List<String> lacking(List<Token> piece, int index) {
        List<String> words = new ArrayList<>();
        Walk before = Walk.after(piece, index);
        for (int type = 1; type <= EscoLexer.VOCABULARY.getMaxTokenType(); type++) {
            String literal = EscoLexer.VOCABULARY.getLiteralName(type);
            if (literal != null && before.mayTake(type)) {
                List<Token> longer = new ArrayList<>(piece);
                longer.add(index, new CommonToken(type, literal));
                if (isSentence(longer)) {
                    words.add(literal.substring(1, literal.length() - 1));
                }
            }
        }
        return words;
    }

    private static boolean isSentence(List<Token> tokens) {
        return !tokens.isEmpty()
                && (Tokens.isFullStop(tokens.get(tokens.size() - 1)) ? Attempt.at(tokens) : Attempt.atUnended(tokens))
                        .tree()
                        .isPresent();
    }
}
