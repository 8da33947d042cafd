package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;

/** A unit as written: {@code EUR per kWh} is EUR over kWh. */
public record UnitSyntax(List<Factor> factors, SourceRange at) {
    public UnitSyntax {
        factors = List.copyOf(factors);
    }

    /** One word of a unit, multiplied or divided by. */
    public record Factor(String symbol, boolean inverse) {}
}
