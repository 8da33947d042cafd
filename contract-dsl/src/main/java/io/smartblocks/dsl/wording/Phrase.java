package io.smartblocks.dsl.wording;

import io.smartblocks.dsl.syntax.Lexeme;

/** A word, Term, figure or sign of a sentence, and whether a space stands before it. */
public record Phrase(String text, Kind kind, boolean apart) {

    /** What a reader may want to set in another type. */
    public enum Kind {
        TERM,
        QUOTED,
        SIGN,
        OTHER;

        static Kind of(Lexeme lexeme) {
            return switch (lexeme.kind()) {
                case TERM -> TERM;
                case QUOTED -> QUOTED;
                case SIGN -> SIGN;
                default -> OTHER;
            };
        }
    }

    /** This phrase at the beginning of a line. */
    public Phrase first() {
        return new Phrase(text, kind, false);
    }
}
