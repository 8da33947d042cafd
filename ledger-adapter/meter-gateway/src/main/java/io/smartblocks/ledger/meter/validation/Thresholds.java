package io.smartblocks.ledger.meter.validation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * From where on a reading is remarkable.
 *
 * @param spikeFactor a reading is a spike above so many times the median of like readings
 * @param likeDays how many days before count for the like readings
 * @param likeAtLeast how many like readings other than 0 there have to be, or nothing is called a spike
 * @param stuckFor for how long a value other than 0 may stay the same
 * @param stuckAtLeast how often it has to repeat at least, for meters that read seldom
 * @param sumTolerance by how much a register may advance by another amount than the meter that it checks, in its unit
 * @param expectedAtMost the largest reading that the meter's connection allows, in its unit, where it is known
 */
public record Thresholds(
        BigDecimal spikeFactor,
        int likeDays,
        int likeAtLeast,
        Duration stuckFor,
        int stuckAtLeast,
        BigDecimal sumTolerance,
        Optional<BigDecimal> expectedAtMost) {

    /** Ten times the median of the last three weeks at the same time of day; the same value for 24 hours; one unit of a register. */
    public static Thresholds standard() {
        return new Thresholds(BigDecimal.TEN, 21, 7, Duration.ofHours(24), 7, BigDecimal.ONE, Optional.empty());
    }

    public Thresholds withSpikeFactor(BigDecimal factor) {
        return new Thresholds(factor, likeDays, likeAtLeast, stuckFor, stuckAtLeast, sumTolerance, expectedAtMost);
    }

    public Thresholds withStuckFor(Duration length) {
        return new Thresholds(spikeFactor, likeDays, likeAtLeast, length, stuckAtLeast, sumTolerance, expectedAtMost);
    }

    public Thresholds withExpectedAtMost(BigDecimal largest) {
        return new Thresholds(
                spikeFactor, likeDays, likeAtLeast, stuckFor, stuckAtLeast, sumTolerance, Optional.of(largest));
    }

    public Thresholds withSumTolerance(BigDecimal tolerance) {
        return new Thresholds(spikeFactor, likeDays, likeAtLeast, stuckFor, stuckAtLeast, tolerance, expectedAtMost);
    }
}
