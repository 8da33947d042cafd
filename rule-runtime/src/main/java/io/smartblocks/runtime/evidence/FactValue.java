package io.smartblocks.runtime.evidence;

import io.smartblocks.dsl.units.Exact;
import java.time.LocalDate;

/** A fact as stated and confirmed, in base units, in force from a local day until the next one. */
public record FactValue(LocalDate from, Exact value) {}
