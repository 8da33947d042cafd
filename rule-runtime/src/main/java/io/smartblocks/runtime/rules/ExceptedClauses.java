package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which clauses, by their place in the agreement, a sentence is an exception to, and which of them it switches off. */
final class ExceptedClauses {

    private final Agreement agreement;

    ExceptedClauses(Agreement agreement) {
        this.agreement = agreement;
    }

    /** The clauses that a sentence changes where it holds: those it is an exception to, and those it names. */
    List<Integer> excepts(Clause clause, Effect effect) {
        TreeSet<String> numbers = new TreeSet<>(clause.exceptionTo());
        if (effect instanceof Effect.NothingDue nothing) {
            numbers.addAll(nothing.clauses());
        }
        return places(numbers::contains);
    }

    /**
     * A duty in an exception replaces what it excepts; {@code no payment is due under} switches off what it names;
     * {@code X is instead} only what gives X yet another value.
     */
    List<Integer> switchesOff(Clause clause, Effect effect) {
        if (effect instanceof Effect.Duty) {
            return places(clause.exceptionTo()::contains);
        }
        if (effect instanceof Effect.Instead instead) {
            return places(number -> clause.exceptionTo().contains(number) && gives(number, instead.term()));
        }
        return effect instanceof Effect.NothingDue nothing ? places(nothing.clauses()::contains) : List.of();
    }

    private boolean gives(String number, String term) {
        return agreement.clauses().stream()
                .filter(clause -> clause.number().equals(number))
                .flatMap(clause -> clause.provisions().stream())
                .anyMatch(provision -> provision.effect() instanceof Effect.Instead instead
                        && instead.term().equals(term));
    }

    private List<Integer> places(Predicate<String> numbered) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < agreement.clauses().size(); i++) {
            if (numbered.test(agreement.clauses().get(i).number())) {
                places.add(i);
            }
        }
        return places;
    }
}
