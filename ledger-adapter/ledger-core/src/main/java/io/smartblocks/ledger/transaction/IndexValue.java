package io.smartblocks.ledger.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The value of an index from one local day up to, and not including, another. */
public record IndexValue(LocalDate from, LocalDate to, BigDecimal value) {

    /** Whether both hold for some same day. */
    public boolean overlaps(IndexValue other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
