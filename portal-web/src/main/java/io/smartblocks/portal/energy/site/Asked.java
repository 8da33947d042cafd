package io.smartblocks.portal.energy.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the tiles of a place are worked out from.
 *
 * @param balance reaches back to the earliest period that is compared
 * @param billed what was settled since then
 */
record Asked(Place place, Period period, Balance balance, List<Billed> billed) {

    /** A small line has so many months. */
    static final int MONTHS = 12;

    Asked {
        billed = List.copyOf(billed);
    }

    /** The earliest period that a figure of this one is compared with. */
    static Period earliest(Period period) {
        return period.plus(period.month() ? 1 - MONTHS : -1);
    }

    /** Whether any reading of energy is known of a period. */
    boolean anything(Period of) {
        return balance.completeness(of.from(), of.end()).known() > 0;
    }

    /** What was used, in kWh; empty where nothing was read. */
    Optional<BigDecimal> used(Period of) {
        return anything(of) ? Optional.of(balance.used(of.from(), of.end())) : Optional.empty();
    }

    /** What was settled within a period. */
    List<Billed> billed(Period of) {
        return billed.stream()
                .filter(each -> each.figures().isWithin(of.from(), of.end()))
                .toList();
    }

    /** What was settled within a period and measures savings. */
    List<Billed> saved(Period of) {
        return billed(of).stream().filter(each -> each.saved().isPresent()).toList();
    }
}
