package io.smartblocks.runtime.baseline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What was used in the days of one billing period, the last not included; how many of them an estimate was made for. */
record Bill(LocalDate from, LocalDate to, BigDecimal usage, int estimatedDays) {

    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
