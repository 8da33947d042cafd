package io.smartblocks.runtime.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Other periods of an agreement, re-evaluated on the evidence of one settlement: each is planned once, and each of its
 * terms is computed once, however many figures ask for it.
 */
final class Revaluation {

    private final Ground settled;
    private final Function<String, Plan> planning;
    private final Map<String, Plan> plans = new HashMap<>();
    private final Map<Key, PlainSettling> known = new HashMap<>();

    /** The period that was looked at last; its evidence serves the next one as it is. */
    private Ground latest;

    private record Key(String period, int number) {}

    Revaluation(Ground settled, Plan plan) {
        this(settled, plan, period -> Planning.of(settled.agreement(), period).plan());
    }

    /** With a way to find the plan of another period of the agreement. */
    Revaluation(Ground settled, Plan plan, Function<String, Plan> planning) {
        this.settled = settled;
        this.planning = planning;
        this.latest = settled;
        plans.put(settled.period(), plan);
    }

    /** Another period of the agreement. */
    PlainSettling at(String period, int number) {
        Key key = new Key(period, number);
        PlainSettling there = known.get(key);
        if (there == null) {
            latest = latest.in(period, number);
            there = new PlainSettling(latest, plan(period), this);
            known.put(key, there);
        }
        return there;
    }

    /** True for the period that is being settled itself, false for those that are looked back at. */
    boolean isSettled(Ground ground) {
        return settled == ground;
    }

    private Plan plan(String period) {
        return plans.computeIfAbsent(period, planning);
    }
}
