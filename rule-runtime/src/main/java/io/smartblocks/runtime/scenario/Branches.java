package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.rules.Figured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers which ways of an agreement its settlements go, from the names of the rules that fired and the values reached. */
final class Branches {

    private final Agreement agreement;
    private final Map<String, Branch> byRule = new LinkedHashMap<>();
    private final Map<String, Branch> byLimit = new LinkedHashMap<>();
    private final Set<Branch> gone = new HashSet<>();

    Branches(Agreement agreement) {
        this.agreement = agreement;
        agreement.terms().forEach(this::add);
        agreement.clauses().forEach(this::add);
    }

    private void add(Term term) {
        if (term.level() instanceof Level.PerReading) {
            return;
        }
        if (term.value() instanceof Value.Cases cases) {
            cases("term " + term.name(), term.name(), cases, term);
        }
        for (int i = 0; i < term.limits().size(); i++) {
            if (isBound(term.limits().get(i))) {
                String words = term.limits().get(i) instanceof Limit.AtLeast ? "at least" : "at most";
                byLimit.put(
                        limit(term, i),
                        new Branch(Branch.Kind.LIMIT, "%s, the limit `%s`".formatted(term.name(), words), term.at()));
            }
        }
    }

    private void cases(String rule, String name, Value.Cases cases, Term term) {
        for (int i = 1; i <= cases.arms().size(); i++) {
            byRule.put(rule + ", case " + i, new Branch(Branch.Kind.CASE, "%s, case %d".formatted(name, i), term.at()));
        }
        byRule.put(rule + ", otherwise", new Branch(Branch.Kind.CASE, name + ", otherwise", term.at()));
    }

    private void add(Clause clause) {
        for (int i = 0; i < clause.provisions().size(); i++) {
            Clause.Provision provision = clause.provisions().get(i);
            if (!(provision.effect() instanceof Effect.MayDispute)) {
                boolean exception = !clause.exceptionTo().isEmpty();
                String name =
                        "clause " + clause.number() + (clause.provisions().size() == 1 ? "" : ", sentence " + (i + 1));
                byRule.put(
                        "clause " + clause.number() + ", sentence " + (i + 1),
                        new Branch(exception ? Branch.Kind.EXCEPTION : Branch.Kind.SENTENCE, name, provision.at()));
            }
        }
    }

    private static boolean isBound(Limit limit) {
        return limit instanceof Limit.AtLeast
                || limit instanceof Limit.AtMost most && most.inEach().isEmpty();
    }

    private static String limit(Term term, int index) {
        return term.name() + "#" + index;
    }

    /** Notes what a settlement did; {@code values} tells what an expression came to in it. */
    void went(Set<String> rules, Values values) {
        for (String rule : rules) {
            byRule.forEach((name, branch) -> {
                if (rule.equals(name) || rule.startsWith(name + ", ")) {
                    gone.add(branch);
                }
            });
        }
        agreement.terms().forEach(term -> expression(term, rules).ifPresent(expr -> limits(term, expr, values)));
    }

    /** What an expression came to, if it has a value there. */
    interface Values {
        Figured of(Expr expr);
    }

    private static Optional<Expr> expression(Term term, Set<String> rules) {
        String rule = "term " + term.name();
        if (term.value() instanceof Value.Plain plain && rules.contains(rule)) {
            return Optional.of(plain.expr());
        }
        if (term.value() instanceof Value.Cases cases) {
            for (int i = 0; i < cases.arms().size(); i++) {
                if (rules.contains(rule + ", case " + (i + 1))) {
                    return Optional.of(cases.arms().get(i).expr());
                }
            }
            return Optional.of(cases.otherwise()).filter(it -> rules.contains(rule + ", otherwise"));
        }
        return Optional.empty();
    }

    private void limits(Term term, Expr expr, Values values) {
        Figured figure = values.of(expr);
        for (int i = 0; i < term.limits().size() && figure.problem().isEmpty(); i++) {
            Limit limit = term.limits().get(i);
            if (limit instanceof Limit.Rounded rounded) {
                figure = new Figured(
                        figure.value()
                                .roundedTo(
                                        rounded.rounding().step().value(),
                                        rounded.rounding().mode()),
                        Optional.empty());
            } else if (isBound(limit)) {
                figure = bounded(figure.value(), limit, values, byLimit.get(limit(term, i)));
            } else {
                return;
            }
        }
    }

    private Figured bounded(Exact value, Limit limit, Values values, Branch branch) {
        boolean least = limit instanceof Limit.AtLeast;
        Figured bound = values.of(least ? ((Limit.AtLeast) limit).bound() : ((Limit.AtMost) limit).bound());
        if (bound.problem().isPresent()) {
            return bound;
        }
        Exact limited = least ? value.max(bound.value()) : value.min(bound.value());
        if (!limited.equals(value)) {
            gone.add(branch);
        }
        return new Figured(limited, Optional.empty());
    }

    Coverage coverage() {
        List<Branch> all = new ArrayList<>(byRule.values());
        all.addAll(byLimit.values());
        Map<Branch, Integer> order = new HashMap<>();
        all.forEach(branch -> order.putIfAbsent(branch, order.size()));
        all.sort(Comparator.<Branch>comparingInt(branch -> branch.at().start()).thenComparing(order::get));
        return new Coverage(all, gone);
    }
}
