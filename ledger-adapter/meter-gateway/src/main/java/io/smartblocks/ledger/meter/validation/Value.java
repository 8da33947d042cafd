package io.smartblocks.ledger.meter.validation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One reading on its way through the rules.
 *
 * @param marks where to flag it
 * @param place its number on its page
 * @param isNew whether it is about to be recorded; what stands already is never flagged again
 * @param wasSpike whether it was flagged as a spike when it was recorded
 */
record Value(Marks marks, int place, Instant start, Instant end, BigDecimal number, boolean isNew, boolean wasSpike) {

    void mark(Flag flag, String words) {
        if (isNew) {
            marks.add(flag, place, words);
        }
    }

    String text() {
        return number.toPlainString() + " " + marks.unit();
    }
}
