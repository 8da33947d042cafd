package io.smartblocks.runtime.evidence;

import io.smartblocks.dsl.units.Exact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A published value of an index, in base units of its unit, from an instant up to, not including, another. */
public record IndexValue(Instant from, Instant to, Exact value) {

    /** The value of the local days from {@code from} up to, not including, {@code to}. */
    public static IndexValue ofDays(LocalDate from, LocalDate to, ZoneId zone, Exact value) {
        return new IndexValue(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant(), value);
    }
}
