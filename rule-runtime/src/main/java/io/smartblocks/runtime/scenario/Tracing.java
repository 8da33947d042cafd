package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.runtime.settlement.TermValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what an outcome rests on: the sentences of the clauses concerned, and the terms behind them with their values. */
final class Tracing {

    private static final int LONGEST = 14;

    private final Chapter chapter;
    private final Set<String> rules;
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, TermValue> values = new HashMap<>();
    private final Map<String, Traced> traced = new LinkedHashMap<>();

    private Tracing(Chapter chapter, Set<String> rules) {
        this.chapter = chapter;
        this.rules = rules;
        agreement().terms().forEach(term -> terms.put(term.name(), term));
        chapter.outcome().values().forEach(value -> values.put(value.name(), value));
    }

    static List<Traced> of(Chapter chapter, Set<String> rules, Step step) {
        Tracing tracing = new Tracing(chapter, rules);
        if (step instanceof Scenario.ExpectValue value) {
            tracing.terms(value.actual());
        } else if (step instanceof Scenario.ExpectPay pay) {
            tracing.clauses(pay.clause(), Optional.of(pay));
        } else if (step instanceof Scenario.ExpectNoPayment none) {
            tracing.clauses(none.clause(), Optional.empty());
        } else {
            tracing.clauses(Optional.empty(), Optional.empty());
        }
        return tracing.traced.values().stream().limit(LONGEST).toList();
    }

    private Agreement agreement() {
        return chapter.settled().agreement();
    }

    private void clauses(Optional<String> number, Optional<Scenario.ExpectPay> expected) {
        for (Clause clause : agreement().clauses()) {
            for (int i = 0; i < clause.provisions().size(); i++) {
                Clause.Provision provision = clause.provisions().get(i);
                boolean asked = number.map(clause.number()::equals).orElse(true);
                if (asked && provision.effect() instanceof Effect.Payment pay && concerns(pay, expected)) {
                    String rule = "clause " + clause.number() + ", sentence " + (i + 1);
                    traced.put(
                            rule, new Traced(rule, rules.contains(rule) ? "applied" : "did not apply", provision.at()));
                    terms(provision.guards());
                    terms(pay.amount());
                }
            }
        }
    }

    private static boolean concerns(Effect.Payment pay, Optional<Scenario.ExpectPay> expected) {
        return expected.map(it -> it.debtor().equals(pay.debtor())
                        && pay.creditors().contains(it.creditor())
                        && (it.line().isEmpty() || pay.descriptions().contains(it.line())))
                .orElse(true);
    }

    /** The terms that something uses, each before those behind it. */
    private void terms(Object tree) {
        List<Expr.Reference> used = new ArrayList<>(Nodes.within(tree, Expr.Reference.class)
                .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM)
                .toList());
        used.forEach(reference -> {
            Term term = terms.get(reference.name());
            if (term != null && !traced.containsKey(term.name())) {
                traced.put(term.name(), new Traced(term.name(), value(term), term.at()));
                terms(List.of(term.value(), term.limits()));
            }
        });
    }

    private String value(Term term) {
        return Optional.ofNullable(values.get(term.name()))
                .map(value -> value.unit().isEmpty() ? value.shown() : value.shown() + " " + value.unit())
                .orElse("no value");
    }
}
