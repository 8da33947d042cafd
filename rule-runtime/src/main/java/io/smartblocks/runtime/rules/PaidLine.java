package io.smartblocks.runtime.rules;

import java.math.BigDecimal;

/** A payment that a sentence of the plan brought about, rounded once. */
public record PaidLine(int sentence, BigDecimal net) {}
