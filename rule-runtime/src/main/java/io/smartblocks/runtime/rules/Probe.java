package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.units.Exact;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Evaluates single expressions on the ground of a settling, such as a scenario's expectations. */
public final class Probe {

    private Probe() {}

    /** The value of an expression in a period whose terms are known by name. */
    public static Figured value(Ground ground, Map<String, Exact> known, Expr expr) {
        Plan plan = Planning.of(ground.agreement(), ground.period()).plan();
        return value(ground, plan, List.of(), expr, "the expectation", slot -> {
            Exact value = known.get(plan.where(slot, ground.agreement()));
            return value == null ? Optional.empty() : Optional.of(value);
        });
    }

    static Figured value(
            Ground ground,
            Plan plan,
            List<PaidLine> lines,
            Expr expr,
            String where,
            IntFunction<Optional<Exact>> terms) {
        Map<String, Integer> slots = new HashMap<>();
        for (int slot = 0; slot < plan.terms().size(); slot++) {
            slots.put(plan.where(slot, ground.agreement()), slot);
        }
        Lowering lowering = new Lowering(ground.agreement(), slots, List.of());
        lowering.at(0, where);
        Figure figure = lowering.figure(expr);
        Settling settling = new Settling(
                plan.demanding(lowering.demands(), lowering.tests()),
                lowering.parameters().toArray(Exact[]::new),
                ground);
        lines.forEach(settling::add);
        for (int slot : used(figure, lowering.demands()).stream().toArray()) {
            Optional<Exact> value = terms.apply(slot);
            if (value.isEmpty()) {
                String name = plan.where(slot, ground.agreement());
                return Figured.not(
                        new Problem(Problem.Kind.REFUSED, "no-value", name + " has no value here", where, List.of()));
            }
            settling.settle(slot, value.get());
        }
        Exact value = figure.of(settling);
        return settling.findings().isEmpty()
                ? Figured.of(value)
                : Figured.not(settling.findings().get(0).problem());
    }

    private static BitSet used(Figure figure, List<Demand> demands) {
        BitSet terms = new BitSet();
        BitSet inputs = new BitSet();
        figure.uses(terms::set, inputs::set);
        RuleGroup.through(inputs, demands, terms);
        return terms;
    }
}
