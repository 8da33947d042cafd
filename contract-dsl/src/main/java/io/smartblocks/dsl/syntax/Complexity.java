package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Refuses a sentence so deep or long that no person could read it either. */
final class Complexity {

    private static final int DEEPEST = 32;
    private static final int MOST_OPERATIONS = 300;

    private Complexity() {}

    static Optional<Diagnostic> tooMuch(Tokens tokens, List<Token> piece) {
        boolean given = tokens.text(piece.get(0)).equals("given");
        int depth = 0;
        int nested = 0;
        int operations = 0;
        for (Token token : piece) {
            switch (tokens.text(token)) {
                case "(" -> depth++;
                case ")" -> depth--;
                case "of", "by" -> nested++;
                case "+", "*", "/", "and", "or", ";" -> operations++;
                case "-" -> operations += given ? 0 : 1;
                default -> {}
            }
            if (depth > DEEPEST || nested > 4 * DEEPEST || operations > MOST_OPERATIONS && !given) {
                return Optional.of(Diagnostic.of(
                                Code.E0106,
                                Tokens.range(token),
                                "this sentence is nested too deeply or has too many parts to be read")
                        .help("give a part of it a name of its own: `Part Of It is …`"));
            }
        }
        return Optional.empty();
    }
}
