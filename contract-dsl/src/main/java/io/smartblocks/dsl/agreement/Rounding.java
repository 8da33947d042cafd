package io.smartblocks.dsl.agreement;

import java.math.RoundingMode;

/** To whole multiples of {@code step}: {@code half up} is away from zero on a tie, {@code down} is towards zero. */
public record Rounding(RoundingMode mode, Expr.Constant step) {}
