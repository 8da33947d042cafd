package io.smartblocks.dsl.agreement;

import java.util.List;
import java.util.Optional;

/** {@code clause 6 survives the end of this agreement for 5 years}: for good where no span is said. */
public record Survival(List<String> clauses, Optional<TimeSpan> span) {
    public Survival {
        clauses = List.copyOf(clauses);
    }
}
