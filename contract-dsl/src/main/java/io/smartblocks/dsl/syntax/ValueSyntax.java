package io.smartblocks.dsl.syntax;

import java.util.List;
import java.util.Optional;

/** The right side of a definition as written: cases and the rest; no cases where it is one expression. */
public record ValueSyntax(List<Arm> arms, ExprSyntax otherwise) {
    public ValueSyntax {
        arms = List.copyOf(arms);
    }

    /** {@code a when c}. */
    public record Arm(ExprSyntax expr, ConditionSyntax when) {}

    /** The expression where there are no cases. */
    public Optional<ExprSyntax> plain() {
        return arms.isEmpty() ? Optional.of(otherwise) : Optional.empty();
    }
}
