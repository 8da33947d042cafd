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
import java.util.List;

/** Each sentence of a clause can apply, and what it makes someone pay is not below zero. */
final class PaymentCheck {

    private final Doubts doubts;

    private PaymentCheck(Doubts doubts) {
        this.doubts = doubts;
    }

    static void of(Doubts doubts) {
        PaymentCheck check = new PaymentCheck(doubts);
        for (Clause clause : doubts.clauses()) {
            clause.provisions().forEach(provision -> check.sentence(clause, provision));
        }
    }

    private void sentence(Clause clause, Provision provision) {
        List<Condition> applies = new ArrayList<>(provision.guards());
        if (!applies.isEmpty()
                && doubts.proof().together(applies, provision.level()).isNever()) {
            doubts.add(Diagnostic.of(
                            Code.W0504,
                            doubts.at(applies.get(0), provision.at()),
                            "this sentence of clause %s can never apply".formatted(clause.number()))
                    .help("change its condition, or remove the sentence"));
            return;
        }
        List<Condition> exceptions = exceptions(clause);
        applies.addAll(exceptions);
        if (!exceptions.isEmpty()
                && doubts.proof().together(applies, provision.level()).isNever()) {
            doubts.add(Diagnostic.of(
                            Code.W0504,
                            provision.at(),
                            "this sentence of clause %s can never apply: its exceptions take every case"
                                    .formatted(clause.number()))
                    .help("bound the exceptions with `when`, or remove the sentence"));
        } else if (provision.effect() instanceof Effect.Pay pay) {
            negative(clause, provision, pay.amount(), applies);
        }
    }

    /** That no exception switches a clause off. */
    private List<Condition> exceptions(Clause clause) {
        List<Condition> none = new ArrayList<>();
        for (Clause other : doubts.clauses()) {
            for (Provision provision : other.provisions()) {
                boolean off = provision.effect() instanceof Effect.NothingDue nothing
                                && nothing.clauses().contains(clause.number())
                        || provision.effect() instanceof Effect.Pay
                                && other.exceptionTo().contains(clause.number());
                if (off && !isExcepted(other)) {
                    none.add(new Condition.Not(new Condition.And(provision.guards())));
                }
            }
        }
        return none;
    }

    private boolean isExcepted(Clause clause) {
        return doubts.clauses().stream().anyMatch(it -> it.exceptionTo().contains(clause.number()));
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
