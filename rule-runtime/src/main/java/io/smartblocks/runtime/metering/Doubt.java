package io.smartblocks.runtime.metering;

import java.time.LocalDate;

/** Stands of a register that contradict each other, over the local days from {@code from} up to, not including, {@code to}. */
public record Doubt(LocalDate from, LocalDate to, String message) {}
