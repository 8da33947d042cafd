package io.smartblocks.runtime.evidence;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.units.Exact;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A non-routine adjustment as proposed and confirmed, in base units: an amount per day, or one amount for all its days. It
 * begins on a local day and ends before another; without an end it lasts until the next one without an end begins.
 */
public record AdjustmentValue(LocalDate from, Optional<LocalDate> to, Exact value) {
    public AdjustmentValue {
        requireNonNull(value, "value");
        if (to.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException(
                    "an adjustment cannot end on " + to.get() + " before it begins on " + from);
        }
    }
}
