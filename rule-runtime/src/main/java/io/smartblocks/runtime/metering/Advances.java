package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.units.Exact;
import java.time.Instant;
import java.util.Optional;

/** What registers have advanced between their stands. */
@FunctionalInterface
public interface Advances {

    /** What a register advanced from one stand to another, in the unit of the meter whose gap it fills. */
    record Advance(Instant from, Instant to, Exact amount) {}

    /** The advance between the nearest stands around a span. */
    Optional<Advance> around(String register, Instant from, Instant to);
}
