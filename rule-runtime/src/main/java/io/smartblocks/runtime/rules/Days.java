package io.smartblocks.runtime.rules;

import java.time.LocalDate;

/** Local days, the last not included. */
record Days(LocalDate from, LocalDate to) {

    /** The days that a window of the agreement takes in when a period is settled. */
    static Days of(Ground ground, String period, int previous) {
        if (previous == 0) {
            return new Days(ground.from(), ground.to());
        }
        int number = ground.periods(period).numberAt(ground.from());
        return new Days(
                ground.periods(period).start(number - previous),
                ground.periods(period).start(number));
    }
}
