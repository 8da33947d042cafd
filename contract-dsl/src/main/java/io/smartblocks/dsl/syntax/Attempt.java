package io.smartblocks.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** One try at reading tokens as a sentence: its tree, or the index of the first token that cannot stand there. */
record Attempt(Optional<EscoParser.LineContext> tree, int failure) {

    /** How many states the parser may keep of what it has read; it learns them anew after that. */
    static final int MOST_STATES = 20_000;

    private static final int READ_BETWEEN_COUNTS = 1_000;
    private static final AtomicInteger READ = new AtomicInteger();

    static Attempt at(List<Token> tokens) {
        List<Token> ended = new ArrayList<>(tokens);
        ended.add(new CommonToken(Token.EOF, "the end"));
        EscoParser parser = new EscoParser(new CommonTokenStream(new ListTokenSource(ended)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        if (READ.incrementAndGet() % READ_BETWEEN_COUNTS == 0 && states() > MOST_STATES) {
            parser.getInterpreter().clearDFA();
        }
        try {
            return new Attempt(Optional.of(parser.line()), tokens.size());
        } catch (ParseCancellationException e) {
            RecognitionException cause = (RecognitionException) e.getCause();
            return new Attempt(Optional.empty(), cause.getOffendingToken().getTokenIndex());
        }
    }

    /** The states that the parser keeps. */
    static int states() {
        return Stream.of(EscoParser._decisionToDFA)
                .mapToInt(dfa -> dfa.states.size())
                .sum();
    }

    /** A try at tokens that lack their full stop. */
    static Attempt atUnended(List<Token> tokens) {
        List<Token> ended = new ArrayList<>(tokens);
        ended.add(Tokens.fullStopAfter(tokens.get(tokens.size() - 1)));
        return at(ended);
    }
}
