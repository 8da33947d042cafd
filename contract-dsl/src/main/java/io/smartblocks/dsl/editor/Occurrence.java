package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.syntax.Lexeme;

/** A place where a text names something, and whether that place gives the name its meaning. */
record Occurrence(Symbol symbol, Lexeme lexeme, boolean defining) {

    /** The place of the name itself, without quotation marks. */
    Span at() {
        Span whole = Span.of(lexeme.at());
        return symbol.kind() == Symbol.Kind.SCENARIO ? new Span(whole.start() + 1, whole.end() - 1) : whole;
    }

    /** True for {@code Billing Months} where {@code Billing Month} is meant. */
    boolean plural() {
        return symbol.kind() == Symbol.Kind.TERM
                && lexeme.tidy().length() > symbol.name().length();
    }
}
