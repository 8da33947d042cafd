package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.proof.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sentences that pay the same under conditions on the same figure may leave figures for which nothing is paid. */
final class PaymentGapCheck {

    private final Doubts doubts;

    private PaymentGapCheck(Doubts doubts) {
        this.doubts = doubts;
    }

    static void of(Doubts doubts) {
        PaymentGapCheck check = new PaymentGapCheck(doubts);
        for (Clause clause : doubts.clauses()) {
            Map<List<Object>, List<Provision>> alike = new LinkedHashMap<>();
            clause.provisions()
                    .forEach(provision -> paid(provision)
                            .ifPresent(paid -> alike.computeIfAbsent(paid, it -> new ArrayList<>())
                                    .add(provision)));
            alike.values().stream()
                    .filter(sentences -> sentences.size() > 1)
                    .forEach(sentences -> check.gap(clause, sentences));
        }
    }

    /** Who pays whom, for what, depending on which figure. */
    private static Optional<List<Object>> paid(Provision provision) {
        return provision.effect() instanceof Effect.Pay pay
                ? asked(provision)
                        .map(figure ->
                                List.of(pay.debtor(), pay.creditor(), pay.description(), provision.level(), figure))
                : Optional.empty();
    }

    private static Optional<Expr> asked(Provision provision) {
        if (provision.guards().size() != 1) {
            return Optional.empty();
        }
        Condition guard = provision.guards().get(0);
        if (guard instanceof Condition.Between between) {
            return Optional.of(between.value());
        }
        return guard instanceof Condition.Compare compare ? Optional.of(compare.left()) : Optional.empty();
    }

    private void gap(Clause clause, List<Provision> sentences) {
        List<Condition> none = sentences.stream()
                .map(sentence -> (Condition) new Condition.Not(sentence.guards().get(0)))
                .toList();
        Provision last = sentences.get(sentences.size() - 1);
        Answer answer = doubts.proof().ordinarily(none, last.level());
        if (answer instanceof Answer.Example) {
            Diagnostic finding = Diagnostic.of(
                            Code.N0508,
                            last.at(),
                            "%d sentences of clause %s pay the same, each in another case, and there is a case in which none of them does"
                                    .formatted(sentences.size(), clause.number()))
                    .note(sentences.get(0).at(), "the first of them")
                    .help(
                            "close the gap, such as `at least` in place of `above`; or leave it, if nothing is due there");
            doubts.add(Doubts.shown(
                    finding,
                    answer,
                    "a gap in clause %s".formatted(clause.number()),
                    "expect no payment under clause %s.".formatted(clause.number())));
        }
    }
}
