package io.smartblocks.ledger.meter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of a meter file, understood but not yet placed: a missing reading stands as no value.
 *
 * @param flag what the file itself says of it, as a flag of a page
 */
record RawReading(
        long line,
        RegisteredMeter meter,
        Instant start,
        Optional<Instant> end,
        Optional<BigDecimal> value,
        String quality,
        char flag) {

    /** True if both state the same, digits after the last non-zero one aside. */
    boolean statesTheSameAs(RawReading other) {
        return value.map(BigDecimal::stripTrailingZeros).equals(other.value.map(BigDecimal::stripTrailingZeros))
                && quality.equals(other.quality);
    }

    String valueText() {
        return value.map(BigDecimal::toPlainString).orElse("missing");
    }
}
