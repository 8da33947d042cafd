package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Keeps what a faulty sentence would have named, so that its fault is reported once and not wherever it is used. */
final class Salvage {

    private static final Set<String> NAMING = Set.of(
            "party",
            "meter",
            "fact",
            "adjustment",
            "baseline",
            "index",
            "period",
            "season",
            "asset",
            "parameter",
            "table");

    private final Leaves leaves;

    Salvage(Leaves leaves) {
        this.leaves = leaves;
    }

    Sentence of(List<Token> tokens) {
        SourceRange at = Tokens.range(tokens.get(0)).to(Tokens.range(tokens.get(tokens.size() - 1)));
        String first = leaves.text(tokens.get(0));
        Optional<Word> second = tokens.size() > 1 ? Optional.of(leaves.word(tokens.get(1))) : Optional.empty();
        if (first.equals("clause") && isNumber(tokens, 1) && isHeading(tokens)) {
            return clause(tokens, second.orElseThrow(), at);
        }
        if (first.equals("scenario") && second.isPresent()) {
            return new Sentence.Story(
                    second.orElseThrow(), Optional.empty(), Optional.empty(), List.of(new StepSyntax.Unread(at)), at);
        }
        if (NAMING.contains(first)) {
            return new Sentence.Unread(second, at);
        }
        boolean definition = tokens.get(0).getType() == EscoLexer.TERM
                && tokens.size() > 1
                && leaves.text(tokens.get(1)).equals("is");
        return new Sentence.Unread(definition ? Optional.of(leaves.word(tokens.get(0))) : Optional.empty(), at);
    }

    /** The Term, first or after a misspelt first word, that a faulty sentence may have given a meaning. */
    Optional<Word> guess(List<Token> tokens) {
        for (int i = 0; i < Math.min(2, tokens.size()); i++) {
            if (tokens.get(i).getType() == EscoLexer.TERM) {
                Word term = leaves.word(tokens.get(i));
                String name = Tokens.splitsNumber(tokens, i + 1) ? term.text().replaceAll(" [0-9]+$", "") : term.text();
                return Optional.of(new Word(name, term.at()));
            }
        }
        return Optional.empty();
    }

    private Sentence clause(List<Token> tokens, Word number, SourceRange at) {
        Word title =
                tokens.size() > 2 && tokens.get(2).getType() == EscoLexer.STRING ? leaves.word(tokens.get(2)) : number;
        Sentence.ProvisionSyntax unread = new Sentence.ProvisionSyntax(List.of(), new EffectSyntax.Unread(at), at);
        return new Sentence.Clause(number, title, List.of(), List.of(unread), Optional.empty(), at);
    }

    /** A clause begins with its title, or with what follows it where that was left out; a step that lost a word does not. */
    private boolean isHeading(List<Token> tokens) {
        return tokens.size() <= 2
                || tokens.get(2).getType() == EscoLexer.STRING
                || List.of(":", "reads").contains(leaves.text(tokens.get(2)))
                || tokens.size() > 3 && leaves.text(tokens.get(3)).equals("an");
    }

    private static boolean isNumber(List<Token> tokens, int index) {
        return tokens.size() > index
                && (tokens.get(index).getType() == EscoLexer.NUMBER
                        || tokens.get(index).getType() == EscoLexer.DOTTED);
    }
}
