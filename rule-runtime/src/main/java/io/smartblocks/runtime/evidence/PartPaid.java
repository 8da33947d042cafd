package io.smartblocks.runtime.evidence;

import java.time.LocalDate;

/**
 * When a part of what is due under a clause was paid, where corrections let parts fall due on different days: all that
 * was due by {@code due} was paid {@code on} this day.
 */
public record PartPaid(String clause, LocalDate periodFrom, LocalDate due, LocalDate on) {}
