package io.smartblocks.dsl.agreement;

import java.util.List;

/** The right side of a definition, before its limits. */
public sealed interface Value {

    /** One expression. */
    record Plain(Expr expr) implements Value {}

    /** {@code A when c1; B when c2; C otherwise}: arms are disjoint, the last takes the rest. */
    record Cases(List<Arm> arms, Expr otherwise) implements Value {
        public Cases {
            arms = List.copyOf(arms);
        }
    }

    /** One case. */
    record Arm(Expr expr, Condition when) {}
}
