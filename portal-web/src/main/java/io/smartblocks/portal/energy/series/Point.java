package io.smartblocks.portal.energy.series;

import io.smartblocks.ledger.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One point of a meter's curves: what it read, was expected to read and would have read from one instant to another.
 *
 * @param actual in the meter's unit, where every reading is known
 * @param margin the expected error of what was predicted
 * @param page where the readings of its day stand, if it lies within one
 */
public record Point(
        Instant start,
        Instant end,
        LocalDate day,
        State state,
        Optional<BigDecimal> actual,
        Amount read,
        Optional<BigDecimal> predicted,
        Optional<BigDecimal> margin,
        Optional<BigDecimal> baseline,
        Optional<Page> page) {

    /** How much of it is known. */
    public enum State {
        COMPLETE,
        ESTIMATED,
        MISSING,
        TO_COME
    }

    /** The version of a day's readings: 0 at first, then one more with each filling or correction, and why. */
    public record Page(int revision, String reason, Optional<TransactionId> transaction) {}

    /** The local time at which it begins. */
    public java.time.ZonedDateTime startIn(ZoneId zone) {
        return start.atZone(zone);
    }

    /** What was predicted less what was read. */
    public Optional<BigDecimal> error() {
        return actual.flatMap(known -> predicted.map(expected -> expected.subtract(known)));
    }
}
