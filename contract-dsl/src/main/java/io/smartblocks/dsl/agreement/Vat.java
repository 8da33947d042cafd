package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.units.Exact;
import java.util.List;

/** {@code VAT at 9 % is added to clause 2.1}: once per rate on the sum of rounded lines; the rate is a factor. */
public record Vat(Exact rate, List<String> clauses) {
    public Vat {
        clauses = List.copyOf(clauses);
    }
}
