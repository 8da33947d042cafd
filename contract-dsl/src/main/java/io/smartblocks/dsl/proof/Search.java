package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.proof.Formula.All;
import io.smartblocks.dsl.proof.Formula.Any;
import io.smartblocks.dsl.proof.Formula.Fact;
import io.smartblocks.dsl.proof.Formula.Sign;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for values and facts that make a formula true, one alternative after the other. */
final class Search {

    private final Predicate<Map<Object, Boolean>> consistent;
    private final Steps steps;

    private Search(Predicate<Map<Object, Boolean>> consistent, Steps steps) {
        this.consistent = consistent;
        this.steps = steps;
    }

    /** Values of the unknowns, and which facts hold. */
    record Model(Map<Integer, Exact> values, Map<Object, Boolean> facts) {
        Exact value(int number) {
            return values.getOrDefault(number, Exact.ZERO);
        }
    }

    /** A model of all formulas, or nothing if there is none; {@code consistent} says which facts can go together. */
    static Optional<Model> model(List<Formula> formulas, Predicate<Map<Object, Boolean>> consistent, Steps steps) {
        return new Search(consistent, steps).find(new State(), formulas);
    }

    /** What a branch of the search holds for true, and which alternatives are still open. */
    private static final class State {
        private final List<Sign> signs = new ArrayList<>();
        private final Map<Object, Boolean> facts = new HashMap<>();
        private final List<Any> open = new ArrayList<>();

        State copy() {
            State copy = new State();
            copy.signs.addAll(signs);
            copy.facts.putAll(facts);
            copy.open.addAll(open);
            return copy;
        }

        /** False if a fact would hold and not hold. */
        boolean add(Formula formula) {
            if (formula instanceof Sign sign) {
                if (sign.sum().isFigure()) {
                    return sign.holds(sign.sum().figure().signum());
                }
                signs.add(sign);
                return true;
            }
            if (formula instanceof Fact fact) {
                Boolean before = facts.put(fact.what(), fact.so());
                return before == null || before == fact.so();
            }
            if (formula instanceof All all) {
                return all.parts().stream().allMatch(this::add);
            }
            Any any = (Any) formula;
            if (any.parts().size() == 1) {
                return add(any.parts().get(0));
            }
            open.add(any);
            return !any.parts().isEmpty();
        }
    }

    private Optional<Model> find(State state, List<Formula> more) {
        steps.take(1);
        for (Formula formula : more) {
            if (!state.add(formula)) {
                return Optional.empty();
            }
        }
        if (!consistent.test(state.facts)) {
            return Optional.empty();
        }
        Optional<Map<Integer, Exact>> values = Inequalities.solve(state.signs, steps);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Model model = new Model(values.orElseThrow(), state.facts);
        Optional<Any> next =
                state.open.stream().filter(any -> !holds(any, model)).findFirst();
        if (next.isEmpty()) {
            return Optional.of(model);
        }
        state.open.remove(next.orElseThrow());
        for (Formula part : next.orElseThrow().parts()) {
            Optional<Model> found = find(state.copy(), List.of(part));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static boolean holds(Formula formula, Model model) {
        if (formula instanceof Sign sign) {
            return sign.holds(model.values());
        }
        if (formula instanceof Fact fact) {
            return Boolean.valueOf(fact.so()).equals(model.facts().get(fact.what()));
        }
        return formula instanceof All all
                ? all.parts().stream().allMatch(part -> holds(part, model))
                : ((Any) formula).parts().stream().anyMatch(part -> holds(part, model));
    }
}
