package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;

/** The smallest piece of a text that has a meaning of its own, or a note in it. */
public record Lexeme(Kind kind, String text, SourceRange at) {

    /** What a piece is. */
    public enum Kind {
        KEYWORD,
        TERM,
        UNIT,
        NUMBER,
        DATE,
        QUOTED,
        SIGN,
        NOTE,
        OTHER
    }

    /** The text with each run of white space made one space, except inside quotes. */
    public String tidy() {
        return kind == Kind.QUOTED || kind == Kind.NOTE ? text : text.replaceAll("\\s+", " ");
    }
}
