package io.smartblocks.runtime.settlement;

import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.baseline.fitting.Metrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A fitted baseline behind a settlement, so that another can compute every day of it again: use in {@code unit} per day by
 * the mean temperature of a day in °F.
 *
 * @param from the first day of the baseline period
 * @param to the day after the last
 * @param unread days of it without a reading that counts
 * @param unmeasured days of it with a reading, but without a temperature
 * @param tried how many curves were compared
 * @param qualified how many of them kept the rules of the method
 * @param alike how many other curves explain the readings just as well
 * @param remarks what is conspicuous about the readings
 * @param band how far the savings of the settled days may be off, in {@code unit}, with a confidence of 90 %
 */
public record BaselineUsed(
        String name,
        String method,
        LocalDate from,
        LocalDate to,
        String unit,
        Curve curve,
        Metrics metrics,
        int days,
        int unread,
        int unmeasured,
        int tried,
        int qualified,
        int alike,
        List<String> remarks,
        Optional<BigDecimal> band) {
    public BaselineUsed {
        remarks = List.copyOf(remarks);
    }
}
