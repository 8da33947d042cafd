package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.List;

/** Where two parties can owe each other in one settlement, the agreement says that these payments are set off. */
final class SetOffCheck {

    private SetOffCheck() {}

    static void of(Document document, Doubts doubts) {
        if (document.all(Sentence.SetOff.class).findAny().isPresent()) {
            return;
        }
        List<Provision> payments = doubts.clauses().stream()
                .map(Clause::provisions)
                .flatMap(List::stream)
                .filter(provision -> provision.effect() instanceof Effect.Payment)
                .toList();
        for (int i = 0; i < payments.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (canBothBeOwed(payments.get(j), payments.get(i), doubts)) {
                    Effect.Payment later = (Effect.Payment) payments.get(i).effect();
                    report(document, (Effect.Payment) payments.get(j).effect(), later.debtor(), doubts);
                    return;
                }
            }
        }
    }

    private static boolean canBothBeOwed(Provision first, Provision second, Doubts doubts) {
        Effect.Payment one = (Effect.Payment) first.effect();
        Effect.Payment other = (Effect.Payment) second.effect();
        if (!other.creditors().contains(one.debtor())
                || !one.creditors().contains(other.debtor())
                || !first.level().equals(second.level())) {
            return false;
        }
        List<Condition> both = new ArrayList<>(first.guards());
        both.addAll(second.guards());
        both.add(isOwed(one.amount()));
        both.add(isOwed(other.amount()));
        return !doubts.proof().exclude(both);
    }

    private static Condition isOwed(Expr amount) {
        return new Compare(amount, Compare.Relation.ABOVE, new Expr.Constant(Exact.ZERO, amount.unit()));
    }

    private static void report(Document document, Effect.Payment pay, String other, Doubts doubts) {
        SourceRange head = document.all(Sentence.Heading.class)
                .findFirst()
                .map(Sentence.Heading::at)
                .orElse(SourceRange.BEGINNING);
        doubts.add(Diagnostic.of(
                        Code.W0602,
                        head,
                        "`%s` and `%s` can owe each other, and nothing says whether they set off; they do not"
                                .formatted(pay.debtor(), other))
                .help("say it: `payments of one settlement are set off.`"));
    }
}
