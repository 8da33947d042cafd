package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Periods;

/** The number of a period, counted from the first, by which tables and rising figures step. */
final class Ordinal {

    private Ordinal() {}

    /** The number of the period in which the settled one lies, which must not see a new one begin. */
    static int of(Settling settling, String period) {
        Ground ground = settling.ground();
        Periods periods = ground.periods(period);
        int number = periods.numberAt(ground.from());
        if (periods.numberAt(ground.to().minusDays(1)) != number) {
            settling.refuse(
                    "step-inside-period",
                    "a new " + period + " starts inside " + ground.period() + " starting " + ground.from());
        }
        return number;
    }
}
