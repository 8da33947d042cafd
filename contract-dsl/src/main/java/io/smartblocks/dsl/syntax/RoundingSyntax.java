package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.math.RoundingMode;

/** {@code rounded half up to 0.01 EUR}. */
public record RoundingSyntax(RoundingMode mode, ExprSyntax.Figure step, SourceRange at) {}
