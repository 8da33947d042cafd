package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.units.Exact;

/** The value of a term: exact in base units, as shown with its unit, and how often the term has one. */
public record TermValue(String name, Exact value, String shown, String unit, String level) {}
