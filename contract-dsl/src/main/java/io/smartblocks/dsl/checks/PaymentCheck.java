package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.proof.Answer;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Each sentence of a clause can apply, and what it makes someone pay is not below zero. */
final class PaymentCheck {

    private final Doubts doubts;
    private final Map<String, List<Condition>> switchedOff = new HashMap<>();

    private PaymentCheck(Doubts doubts) {
        this.doubts = doubts;
    }

    static void of(Doubts doubts) {
        PaymentCheck check = new PaymentCheck(doubts);
        Set<String> excepted = doubts.clauses().stream()
                .flatMap(clause -> clause.exceptionTo().stream())
                .collect(Collectors.toSet());
        doubts.clauses().forEach(clause -> check.gather(excepted, clause));
        for (Clause clause : doubts.clauses()) {
            clause.provisions().forEach(provision -> check.sentence(clause, provision));
        }
    }

    private void sentence(Clause clause, Provision provision) {
        List<Condition> applies = new ArrayList<>(provision.guards());
        if (!applies.isEmpty() && doubts.proof().exclude(applies)) {
            doubts.add(Diagnostic.of(
                            Code.W0504,
                            doubts.at(applies.get(0), provision.at()),
                            "this sentence of clause %s can never apply".formatted(clause.number()))
                    .help("change its condition, or remove the sentence"));
            return;
        }
        List<Condition> exceptions = exceptions(clause);
        applies.addAll(exceptions);
        if (!exceptions.isEmpty() && doubts.proof().exclude(applies)) {
            doubts.add(Diagnostic.of(
                            Code.W0504,
                            provision.at(),
                            "this sentence of clause %s can never apply: its exceptions take every case"
                                    .formatted(clause.number()))
                    .help("bound the exceptions with `when`, or remove the sentence"));
        } else if (provision.effect() instanceof Effect.Payment pay) {
            negative(clause, provision, pay.amount(), applies);
        }
    }

    /** That no exception switches a clause off; an exception that has exceptions itself may or may not. */
    private List<Condition> exceptions(Clause clause) {
        return switchedOff.getOrDefault(clause.number(), List.of());
    }

    private void gather(Set<String> excepted, Clause clause) {
        if (excepted.contains(clause.number())) {
            return;
        }
        for (Provision provision : clause.provisions()) {
            List<String> off = provision.effect() instanceof Effect.NothingDue nothing
                    ? nothing.clauses()
                    : provision.effect() instanceof Effect.Duty ? clause.exceptionTo() : List.of();
            off.forEach(number -> switchedOff
                    .computeIfAbsent(number, it -> new ArrayList<>())
                    .add(new Condition.Not(new Condition.And(provision.guards()))));
        }
    }

    private void negative(Clause clause, Provision provision, Expr amount, List<Condition> applies) {
        applies.add(new Compare(amount, Compare.Relation.BELOW, new Expr.Constant(Exact.ZERO, amount.unit())));
        Answer answer = doubts.proof().ordinarily(applies, provision.level());
        if (answer instanceof Answer.Example || answer instanceof Answer.Untold) {
            Diagnostic finding = Diagnostic.of(
                            Code.W0706,
                            doubts.at(amount, provision.at()),
                            "this payment can be below zero, and a settlement that would pay less than nothing is refused")
                    .help("pay `the amount by which … exceeds …`, or begin with `when … is above 0 EUR,`");
            doubts.add(Doubts.shown(
                    finding,
                    answer,
                    "clause %s below zero".formatted(clause.number()),
                    "expect no payment under clause %s.".formatted(clause.number())));
        }
    }
}
