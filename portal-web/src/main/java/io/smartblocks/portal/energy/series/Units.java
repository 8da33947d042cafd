package io.smartblocks.portal.energy.series;

import java.util.Set;

/** How values in a unit become one value of a longer time. */
public final class Units {

    /** Units of which a day has an average, not a sum. */
    private static final Set<String> AVERAGED = Set.of("°C", "°F", "K", "kW", "W", "MW", "%");

    private Units() {}

    /** Whether values in the unit add up over a day or a month. */
    public static boolean isSummed(String unit) {
        return !AVERAGED.contains(unit);
    }
}
