package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Money is rounded in one way, and what several payments rest on is rounded before it is divided among them. */
final class MoneyCheck {

    private final Doubts doubts;
    private final Rounding money;
    private final Map<String, Term> terms = new HashMap<>();

    private MoneyCheck(Doubts doubts, Settings settings) {
        this.doubts = doubts;
        this.money = settings.money();
        doubts.terms().forEach(term -> terms.put(term.name(), term));
    }

    static void of(Doubts doubts, Settings settings) {
        MoneyCheck check = new MoneyCheck(doubts, settings);
        for (Term term : doubts.terms()) {
            if (term.unit().isMoney()) {
                Nodes.within(term.limits(), Limit.Rounded.class).forEach(it -> check.rounding(term, it.rounding()));
            }
        }
        check.feeding();
    }

    private void rounding(Term term, Rounding rounding) {
        boolean coarser = rounding.step().value().compareTo(money.step().value()) > 0;
        if (coarser || rounding.mode() != money.mode()) {
            doubts.add(Diagnostic.of(
                            Code.W0707,
                            term.at(),
                            "`%s` is rounded %s than money is in this agreement"
                                    .formatted(term.name(), coarser ? "to larger steps" : "in another way"))
                    .help("round it as `money is rounded …` says, or leave the rounding out"));
        }
    }

    /** A payment and the terms behind its amount. */
    private record Payment(Provision provision, Expr amount, Set<String> behind) {}

    private void feeding() {
        Set<String> whole = new WholeMoney(doubts.terms(), money.step().value()).terms();
        List<Payment> payments = doubts.clauses().stream()
                .map(Clause::provisions)
                .flatMap(List::stream)
                .filter(provision -> provision.effect() instanceof Effect.Payment)
                .map(this::payment)
                .toList();
        Map<String, List<Payment>> fed = new HashMap<>();
        payments.forEach(payment -> payment.behind()
                .forEach(name ->
                        fed.computeIfAbsent(name, it -> new ArrayList<>()).add(payment)));
        for (Term term : doubts.terms()) {
            List<Payment> resting = fed.getOrDefault(term.name(), List.of());
            if (term.unit().isMoney() && !whole.contains(term.name()) && resting.size() > 1 && anyTwo(resting)) {
                doubts.add(Diagnostic.of(
                                Code.N0709,
                                term.at(),
                                "several payments rest on `%s`, which is not rounded before they are"
                                        .formatted(term.name()))
                        .help("end it with `, rounded half up to 0.01 EUR` if it is an amount that the parties see"));
            }
        }
    }

    private Payment payment(Provision provision) {
        Expr amount = ((Effect.Payment) provision.effect()).amount();
        Set<String> behind = new HashSet<>();
        gather(amount, behind);
        return new Payment(provision, amount, behind);
    }

    private void gather(Object tree, Set<String> behind) {
        Nodes.within(tree, Expr.Reference.class)
                .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM && behind.add(reference.name()))
                .filter(reference -> terms.containsKey(reference.name()))
                .forEach(reference -> {
                    Term term = terms.get(reference.name());
                    gather(List.of(term.value(), term.limits()), behind);
                });
    }

    /** True if two of them can be made for the same figure. */
    private boolean anyTwo(List<Payment> payments) {
        for (int i = 1; i < payments.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (canBothBeMade(payments.get(i), payments.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean canBothBeMade(Payment first, Payment second) {
        List<Condition> both = new ArrayList<>(first.provision().guards());
        both.addAll(second.provision().guards());
        both.add(isMade(first.amount()));
        both.add(isMade(second.amount()));
        return !first.provision().level().equals(second.provision().level())
                || !doubts.proof().exclude(both);
    }

    private static Condition isMade(Expr amount) {
        return new Compare(amount, Compare.Relation.ABOVE, new Expr.Constant(Exact.ZERO, amount.unit()));
    }
}
