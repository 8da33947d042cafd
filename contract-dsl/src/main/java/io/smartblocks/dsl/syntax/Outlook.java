package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;

/**
 * What may stand at a place of a text: the beginning of a word that is there already, the words of the sentence before it,
 * and all that the language accepts next.
 */
public record Outlook(SourceRange begun, List<Lexeme> before, boolean quoted, List<Next> next) {
    public Outlook {
        before = List.copyOf(before);
        next = List.copyOf(next);
    }

    /**
     * One thing that the language accepts: keywords as far as only they can follow one another, or a word of a kind, with
     * the rules of the grammar that ask for it, the nearest first.
     */
    public record Next(Kind kind, String words, String rule, String caller) {}

    /** What is accepted. */
    public enum Kind {
        WORDING,
        TERM,
        UNIT,
        NUMBER,
        CLAUSE_NUMBER,
        DATE,
        QUOTED
    }
}
