package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;

/** Where the grammar could read a sentence in two ways, found in ANTLR's exact mode. */
final class Ambiguities {

    private Ambiguities() {}

    static List<String> in(SourceText text) {
        List<String> found = new ArrayList<>();
        Tokens tokens = new Tokens(text);
        for (List<Token> piece : Tokens.pieces(tokens.all())) {
            EscoParser parser = new EscoParser(new CommonTokenStream(new ListTokenSource(piece)));
            parser.removeErrorListeners();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
            parser.addErrorListener(new BaseErrorListener() {
                @Override
                public void reportAmbiguity(
                        Parser recognizer,
                        DFA dfa,
                        int start,
                        int stop,
                        boolean exact,
                        BitSet alternatives,
                        ATNConfigSet configs) {
                    found.add("%s in %s"
                            .formatted(alternatives, tokens.text(piece.get(Math.min(start, piece.size() - 1)))));
                }
            });
            parser.line();
        }
        return found;
    }
}
