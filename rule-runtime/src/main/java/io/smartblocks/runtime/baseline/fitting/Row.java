package io.smartblocks.runtime.baseline.fitting;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What was used in a number of days from one on, and the mean temperatures of those days that have one. */
public record Row(LocalDate from, int days, BigDecimal usage, List<BigDecimal> temperatures) {
    public Row {
        requireNonNull(from, "from");
        requireNonNull(usage, "usage");
        temperatures = List.copyOf(temperatures);
        if (days < 1 || temperatures.isEmpty()) {
            throw new IllegalArgumentException("a row has days and temperatures, not " + days + " days from " + from
                    + " with " + temperatures.size() + " temperatures");
        }
    }
}
