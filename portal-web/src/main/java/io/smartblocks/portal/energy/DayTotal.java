package io.smartblocks.portal.energy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One local day of a meter: its total where every reading is known, how it came about, and where it stands. */
record DayTotal(
        LocalDate day,
        Optional<BigDecimal> total,
        Quality quality,
        int known,
        int expected,
        Optional<String> transaction) {

    /** How much of a day was read. */
    enum Quality {
        COMPLETE,
        ESTIMATED,
        MISSING
    }

    /** The total as a program reads it; empty where there is none. */
    public String plain() {
        return total.map(BigDecimal::toPlainString).orElse("");
    }
}
