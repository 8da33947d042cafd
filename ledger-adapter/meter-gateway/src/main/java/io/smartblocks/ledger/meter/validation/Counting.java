package io.smartblocks.ledger.meter.validation;

import io.smartblocks.ledger.transaction.Measure;
import java.math.BigDecimal;
import java.util.Optional;

/** How a meter counts: amounts or stands, and where its register begins again at 0. */
public record Counting(Measure measure, Optional<BigDecimal> rollsOverAt) {

    /** A meter of amounts. */
    public static Counting amounts() {
        return new Counting(Measure.INTERVAL, Optional.empty());
    }

    /** Whether its values are stands. */
    public boolean isRegister() {
        return measure == Measure.REGISTER;
    }
}
