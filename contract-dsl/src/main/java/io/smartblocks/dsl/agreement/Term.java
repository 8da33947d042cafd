package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Optional;

/** A defined term: its value, its limits in order, what {@code the previous X} is before the first period. */
public record Term(
        String name,
        Value value,
        List<Limit> limits,
        Optional<Expr> startingAt,
        Unit unit,
        Level level,
        SourceRange at) {
    public Term {
        limits = List.copyOf(limits);
    }
}
