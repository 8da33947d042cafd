package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.units.Exact;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Evaluates single expressions on the ground of a settling, such as a scenario's expectations. */
public final class Probe {

    private Probe() {}

    /** The value of an expression in a period whose terms are known by name. */
    public static Figured value(Ground ground, Map<String, Exact> known, Expr expr) {
        return PlainSettling.of(ground, known).value(expr);
    }

    /** What a figure of the evidence came to, with the readings and fits it was taken from. */
    record Looked(Figured figured, List<Reasons.Used> columns, Set<String> baselines) {}

    /** The value of a part of a formula that only evidence can give, in a settling whose terms are asked for by name. */
    static Looked look(
            Ground ground,
            Plan plan,
            Revaluation others,
            List<PaidLine> lines,
            Expr expr,
            String where,
            Function<String, Exact> terms) {
        List<Term> all = ground.agreement().terms();
        Map<String, Integer> slots = new HashMap<>();
        for (int slot = 0; slot < all.size(); slot++) {
            slots.put(all.get(slot).name(), slot);
        }
        Lowering lowering = new Lowering(ground.agreement(), slots, List.of());
        lowering.at(0, where);
        Figure figure = lowering.figure(expr);
        Settling settling = new Settling(
                plan.probing(all.size(), lowering.demands(), lowering.tests()),
                lowering.parameters().toArray(Exact[]::new),
                ground,
                others);
        lines.forEach(settling.owing()::add);
        used(figure, lowering.demands()).stream()
                .forEach(slot -> settling.settle(slot, terms.apply(all.get(slot).name())));
        Exact value = figure.of(settling);
        Figured figured = settling.findings().isEmpty()
                ? Figured.of(value)
                : Figured.not(settling.findings().get(0).problem());
        return new Looked(
                figured, settling.columns().used(), settling.columns().fits().keySet());
    }

    /** What one demand takes from the evidence. */
    static Figured taken(Ground ground, Plan plan, Revaluation others, Demand demand, String where) {
        Settling settling = new Settling(plan.probing(0, List.of(demand), List.of()), new Exact[0], ground, others);
        Exact value = settling.input(0);
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
