package io.smartblocks.ledger.meter.validation;

import java.math.BigDecimal;

/** What flowed between two stands of a register, of which none is known in between. */
record Advance(Value from, Value to, BigDecimal amount) {

    boolean overOneInterval() {
        return from.end().equals(to.start());
    }
}
