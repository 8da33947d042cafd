package io.smartblocks.runtime.scenario;

import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** An engine that is watched: which rules fired in each case, and which ways of the agreement were gone. */
final class Watched {

    private final SettlementEngine engine;
    private final Branches branches;
    private final Map<Case, Set<String>> fired = new IdentityHashMap<>();

    Watched(SettlementEngine engine, Branches branches) {
        this.engine = engine;
        this.branches = branches;
    }

    Outcome settle(Case settled) {
        Outcome outcome = engine.settle(settled, rules -> fired.put(settled, rules));
        branches.went(rules(settled), expr -> engine.value(settled, outcome.values(), expr));
        return outcome;
    }

    /** The names of the rules that fired in a case. */
    Set<String> rules(Case settled) {
        return fired.getOrDefault(settled, Set.of());
    }

    SettlementEngine engine() {
        return engine;
    }
}
