package io.smartblocks.runtime.rules;

import java.math.BigDecimal;

/** A payment that a sentence of the plan brought about, rounded once: to its creditor of that number, from zero on. */
public record PaidLine(int sentence, int part, BigDecimal net) {}
