package io.smartblocks.runtime.evidence;

import io.smartblocks.dsl.units.Exact;
import java.time.LocalDate;

/** A published value of an index, in base units of its unit, for the local days from {@code from} up to, not including, {@code to}. */
public record IndexValue(LocalDate from, LocalDate to, Exact value) {}
