package io.smartblocks.runtime.settlement;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;

/** One period of an agreement: its number from one on, its local days from {@code from} up to, not including, {@code to}. */
public record SettlementPeriod(String name, int number, LocalDate from, LocalDate to, ZoneId zone) {
    public SettlementPeriod {
        requireNonNull(name, "period name");
        requireNonNull(zone, "zone");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(name + " cannot run from " + from + " to " + to);
        }
    }

    /** The last local day of the period. */
    public LocalDate lastDay() {
        return to.minusDays(1);
    }
}
