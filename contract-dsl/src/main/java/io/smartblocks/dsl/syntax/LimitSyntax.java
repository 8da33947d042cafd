package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.Optional;

/** A suffix of a definition as written. */
public sealed interface LimitSyntax {

    SourceRange at();

    /** {@code at least a}. */
    record AtLeast(ExprSyntax bound, SourceRange at) implements LimitSyntax {}

    /** {@code at most a in each P}. */
    record AtMost(ExprSyntax bound, Optional<Word> inEach, SourceRange at) implements LimitSyntax {}

    /** {@code starting at a}. */
    record StartingAt(ExprSyntax value, SourceRange at) implements LimitSyntax {}

    /** {@code rising by q each P}; the rate is a figure or the name of one. */
    record Rising(ExprSyntax by, Word each, SourceRange at) implements LimitSyntax {}

    /** {@code rounded half up to q}. */
    record Rounded(RoundingSyntax rounding, SourceRange at) implements LimitSyntax {}

    /** {@code by days}: in a period that straddles the change, the old value before it and the new one from it on. */
    record ByDays(SourceRange at) implements LimitSyntax {}
}
