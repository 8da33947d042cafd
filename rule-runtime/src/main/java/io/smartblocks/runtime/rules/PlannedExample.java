package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Differences;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An agreement that was planned. Another one that differs from it only in figures which are parameters of the plan, or in
 * what no plan asks for, has the same plan.
 */
final class PlannedExample {

    private final Agreement agreement;
    private final Planning.Planned planned;
    private final Map<Record, List<Integer>> slots = new IdentityHashMap<>();
    private final Set<Record> inPlan = Collections.newSetFromMap(new IdentityHashMap<>());

    PlannedExample(Agreement agreement, Planning.Planned planned) {
        this.agreement = agreement;
        this.planned = planned;
        planned.origins()
                .forEach((slot, figure) -> slots.computeIfAbsent(figure, each -> new ArrayList<>(1))
                        .add(slot));
        Nodes.within(planned.plan(), Expr.Constant.class).forEach(inPlan::add);
    }

    Plan plan() {
        return planned.plan();
    }

    /** The parameters of another agreement for this plan, unless it has another plan. */
    Optional<Exact[]> parametersOf(Agreement other) {
        Exact[] parameters = planned.parameters().clone();
        List<Collection<? extends Record>> mine = asked(agreement);
        List<Collection<? extends Record>> theirs = asked(other);
        for (int i = 0; i < mine.size(); i++) {
            boolean same = Differences.between(mine.get(i), theirs.get(i))
                    .filter(pairs -> pairs.stream().allMatch(pair -> isTold(pair, parameters)))
                    .isPresent();
            if (!same) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** All that a plan may ask for. */
    private static List<Collection<? extends Record>> asked(Agreement agreement) {
        return List.of(
                agreement.terms(),
                agreement.clauses(),
                agreement.meters(),
                agreement.periods(),
                agreement.parties(),
                agreement.facts(),
                agreement.adjustments(),
                agreement.baselines(),
                agreement.events(),
                agreement.indexes(),
                agreement.assets());
    }

    /** Whether the plan does not mind a difference, which is in its parameters if it must be. */
    private boolean isTold(Differences.Pair pair, Exact... parameters) {
        if (pair.one() instanceof Expr.Constant here && pair.other() instanceof Expr.Constant there) {
            return here.unit().equals(there.unit()) && isSet(here, there.value(), parameters);
        } else if (pair.one() instanceof Value.Row here && pair.other() instanceof Value.Row there) {
            return here.first() == there.first()
                    && here.last() == there.last()
                    && isSet(here, there.value(), parameters);
        } else if (pair.one() instanceof Declaration.Party here && pair.other() instanceof Declaration.Party there) {
            return here.name().equals(there.name());
        } else if (pair.one() instanceof Declaration.Meter here && pair.other() instanceof Declaration.Meter there) {
            return here.name().equals(there.name()) && here.register() == there.register();
        }
        return pair.one() instanceof Declaration.Period here
                && pair.other() instanceof Declaration.Period there
                && here.name().equals(there.name());
    }

    /** False for a figure that the plan has in itself; one that it does not have at all is of no matter. */
    private boolean isSet(Record figure, Exact value, Exact... parameters) {
        slots.getOrDefault(figure, List.of()).forEach(slot -> parameters[slot] = value);
        return !inPlan.contains(figure);
    }
}
