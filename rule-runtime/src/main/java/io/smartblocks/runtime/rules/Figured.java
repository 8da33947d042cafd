package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.util.Optional;

/** A value in base units, or zero with the problem in its place. */
public record Figured(Exact value, Optional<Problem> problem) {

    static Figured of(Exact value) {
        return new Figured(value, Optional.empty());
    }

    static Figured not(Problem problem) {
        return new Figured(Exact.ZERO, Optional.of(problem));
    }
}
