package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.proof.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Of two exceptions to one clause that hold at once, one is an exception to the other; or they never hold at once. */
final class ExceptionOrderCheck {

    private final Doubts doubts;
    private final Map<String, Clause> byNumber = new HashMap<>();

    private ExceptionOrderCheck(Doubts doubts) {
        this.doubts = doubts;
        doubts.clauses().forEach(clause -> byNumber.putIfAbsent(clause.number(), clause));
    }

    static void of(Doubts doubts) {
        ExceptionOrderCheck check = new ExceptionOrderCheck(doubts);
        Map<String, List<Sentence>> excepting = new HashMap<>();
        for (Clause clause : doubts.clauses()) {
            for (Provision provision : clause.provisions()) {
                for (String what : changed(clause, provision.effect())) {
                    List<Sentence> others = excepting.computeIfAbsent(what, it -> new ArrayList<>());
                    Sentence sentence = new Sentence(clause, provision);
                    others.forEach(other -> check.pair(other, sentence, what));
                    others.add(sentence);
                }
            }
        }
    }

    private record Sentence(Clause clause, Provision provision) {}

    /** What a sentence of an exception changes: clauses, and the term that it gives another value. */
    private static Set<String> changed(Clause clause, Effect effect) {
        Set<String> changed = new HashSet<>();
        if (effect instanceof Effect.Instead instead) {
            changed.add("the value of `%s`".formatted(instead.term()));
        } else if (effect instanceof Effect.NothingDue nothing) {
            nothing.clauses().forEach(number -> changed.add("clause " + number));
        }
        if (effect instanceof Effect.Duty || effect instanceof Effect.Instead || effect instanceof Effect.NothingDue) {
            clause.exceptionTo().forEach(number -> changed.add("clause " + number));
        }
        return changed;
    }

    private void pair(Sentence first, Sentence second, String what) {
        boolean oneClause = first.clause() == second.clause();
        boolean oneTerm = first.provision().effect() instanceof Effect.Instead one
                && second.provision().effect() instanceof Effect.Instead other
                && one.term().equals(other.term());
        if (oneClause ? !oneTerm : isOrdered(first.clause(), second.clause())) {
            return;
        }
        if (oneTerm && what.startsWith("clause ")) {
            return;
        }
        List<Condition> both = new ArrayList<>(first.provision().guards());
        both.addAll(second.provision().guards());
        Answer answer = doubts.proof().together(both, second.provision().level());
        if (!answer.isNever()) {
            report(first, second, what, answer);
        }
    }

    private void report(Sentence first, Sentence second, String what, Answer answer) {
        boolean open = !(answer instanceof Answer.Example);
        String one = first.clause().number();
        String other = second.clause().number();
        Diagnostic finding = Diagnostic.of(
                        open ? Code.W0404 : Code.E0403,
                        second.provision().at(),
                        open
                                ? "this and clause %s both change %s, and it is not proved that they never apply at once"
                                        .formatted(one, what)
                                : "this and clause %s can apply at once, both change %s, and nothing says which goes before"
                                        .formatted(one, what))
                .note(first.provision().at(), "the other exception")
                .help(
                        one.equals(other)
                                ? "make their conditions exclude each other"
                                : "say which goes before, `clause %s … is an exception to clause %s`, or make their "
                                                .formatted(other, one)
                                        + "conditions exclude each other");
        doubts.add(
                Doubts.shown(finding, answer, "clauses %s and %s at once".formatted(one, other), "expect no payment."));
    }

    private boolean isOrdered(Clause first, Clause second) {
        return excepts(first, second.number(), new HashSet<>()) || excepts(second, first.number(), new HashSet<>());
    }

    private boolean excepts(Clause clause, String number, Set<String> seen) {
        return clause.exceptionTo().stream()
                .filter(seen::add)
                .anyMatch(next -> next.equals(number)
                        || Optional.ofNullable(byNumber.get(next))
                                .filter(it -> excepts(it, number, seen))
                                .isPresent());
    }
}
