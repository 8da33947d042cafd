package io.smartblocks.portal.energy.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a meter read over some intervals.
 *
 * @param sum of the readings that are known, in the meter's unit
 * @param known how many readings are known
 * @param expected how many there should be
 * @param estimated how many of the known are estimates
 * @param corrected how many of the known were corrected
 * @param highest the largest reading that is known
 * @param highestAt when its interval began
 */
public record Amount(
        BigDecimal sum,
        int known,
        int expected,
        int estimated,
        int corrected,
        Optional<BigDecimal> highest,
        Optional<Instant> highestAt) {

    /** Nothing, and nothing expected. */
    public static final Amount NONE = new Amount(BigDecimal.ZERO, 0, 0, 0, 0, Optional.empty(), Optional.empty());

    static Amount of(Slot slot) {
        return slot.value()
                .map(value -> new Amount(
                        value,
                        1,
                        1,
                        slot.quality() == 'E' ? 1 : 0,
                        slot.quality() == 'C' ? 1 : 0,
                        slot.value(),
                        Optional.of(slot.start())))
                .orElseGet(() -> new Amount(BigDecimal.ZERO, 0, 1, 0, 0, Optional.empty(), Optional.empty()));
    }

    /** Both together. */
    public Amount and(Amount other) {
        boolean first = highest.isPresent()
                && other.highest
                        .map(theirs -> highest.get().compareTo(theirs) >= 0)
                        .orElse(true);
        return new Amount(
                sum.add(other.sum),
                known + other.known,
                expected + other.expected,
                estimated + other.estimated,
                corrected + other.corrected,
                first ? highest : other.highest,
                first ? highestAt : other.highestAt);
    }

    /** The same where no other readings are expected. */
    Amount expectingNoMore() {
        return new Amount(sum, known, known, estimated, corrected, highest, highestAt);
    }

    /** Whether each reading that should be there is. */
    public boolean isComplete() {
        return expected > 0 && known == expected;
    }

    /** The one value of all of it, where every reading is known: their sum, or of some units their mean, rounded half even. */
    public Optional<BigDecimal> value(boolean summed) {
        if (!isComplete()) {
            return Optional.empty();
        }
        return Optional.of(
                summed ? sum : sum.divide(BigDecimal.valueOf(known), Math.max(1, sum.scale()), RoundingMode.HALF_EVEN));
    }
}
