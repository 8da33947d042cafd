package io.smartblocks.dsl.wording;

import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.units.Unit;

/** Says in words what the checker found out about a value. */
public final class Meaning {

    private Meaning() {}

    /** A unit as a reader names it: {@code EUR per kWh}, or {@code no unit}. */
    public static String unit(Unit unit) {
        return unit.symbol().isEmpty() ? "no unit" : unit.symbol();
    }

    /** How often there is a value: {@code one value for each Billing Month}. */
    public static String level(Level level) {
        if (level instanceof Level.PerPeriod each) {
            return "one value for each " + each.period();
        }
        if (level instanceof Level.PerEvent each) {
            return "one value for each " + each.event();
        }
        return level instanceof Level.PerReading each
                ? "one value for each reading of " + each.every().words()
                : "one value for the whole agreement";
    }
}
