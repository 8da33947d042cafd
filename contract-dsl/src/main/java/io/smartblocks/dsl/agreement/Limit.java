package io.smartblocks.dsl.agreement;

import java.util.Optional;

/** A suffix of a definition, applied left to right after the cases. */
public sealed interface Limit {

    /** {@code , at least x}. */
    record AtLeast(Expr bound) implements Limit {}

    /** {@code , at most x}, or {@code , at most x in each Contract Year}. */
    record AtMost(Expr bound, Optional<String> inEach) implements Limit {}

    /** {@code , rounded half up to 0.0001 EUR per kWh}. */
    record Rounded(Rounding rounding) implements Limit {}

    /** {@code , rising by 2 % each Contract Year}, from the second on. */
    record Rising(Expr.Constant by, String each) implements Limit {}
}
