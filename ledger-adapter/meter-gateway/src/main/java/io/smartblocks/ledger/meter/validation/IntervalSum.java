package io.smartblocks.ledger.meter.validation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The sum of the readings between two instants.
 *
 * @param total of those that are known
 * @param readings how many there should be
 * @param missing how many of them are not known
 * @param firstMissing where the first of them begins
 * @param cutAt the instant that lies within a reading, so that there is no sum
 */
record IntervalSum(
        BigDecimal total, int readings, int missing, Optional<Instant> firstMissing, Optional<Instant> cutAt) {

    boolean isWhole() {
        return missing == 0 && cutAt.isEmpty();
    }

    /** Why there is no sum, in words. */
    String gap() {
        return cutAt.map(instant -> instant + " lies within one of its readings")
                .orElseGet(() -> missing + " of its " + readings + " readings are missing, the first at "
                        + firstMissing.orElseThrow());
    }

    /** Adds up readings in order of time. */
    static final class Adding {

        private BigDecimal total = BigDecimal.ZERO;
        private int readings;
        private int missing;
        private Optional<Instant> firstMissing = Optional.empty();

        void add(Instant start, Optional<BigDecimal> amount) {
            readings++;
            if (amount.isEmpty()) {
                missing++;
                firstMissing = firstMissing.or(() -> Optional.of(start));
            }
            total = total.add(amount.orElse(BigDecimal.ZERO));
        }

        IntervalSum sum() {
            return new IntervalSum(total, readings, missing, firstMissing, Optional.empty());
        }

        IntervalSum cutAt(Instant instant) {
            return new IntervalSum(total, readings, missing, firstMissing, Optional.of(instant));
        }
    }
}
