package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The exceptions that hold in one settling and what they switch off; no two may hold without an order between them. */
final class LiveExceptions {

    private final Agreement agreement;
    private final BitSet off = new BitSet();
    private final Map<Integer, Integer> live = new HashMap<>();
    private final Map<String, String> excused = new LinkedHashMap<>();

    LiveExceptions(Agreement agreement) {
        this.agreement = agreement;
    }

    boolean isOff(int clause) {
        return off.get(clause);
    }

    /** The clauses that were switched off, each with the exception that did it. */
    Map<String, String> excused() {
        return excused;
    }

    /** Lets a sentence's exceptions hold; tells which other exception to the same clause holds too. */
    Optional<String> hold(Sentence sentence) {
        Optional<String> collision = Optional.empty();
        for (int excepted : sentence.excepts()) {
            Integer other = live.putIfAbsent(excepted, sentence.clause());
            if (other != null && other != sentence.clause() && !isOrdered(agreement, other, sentence.clause())) {
                collision = Optional.of(collision(agreement, excepted, other, sentence.clause()));
            }
        }
        for (int clause : sentence.switchesOff()) {
            off.set(clause);
            excused.putIfAbsent(number(clause), number(sentence.clause()));
        }
        return collision;
    }

    static String collision(Agreement agreement, int excepted, int one, int other) {
        List<Clause> clauses = agreement.clauses();
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        return "clause %s and clause %s are both exceptions to clause %s and both hold; say in one of them that it is an"
                        .formatted(
                                clauses.get(first).number(),
                                clauses.get(second).number(),
                                clauses.get(excepted).number())
                + " exception to the other";
    }

    /** True if one of two clauses is, by way of others, an exception to the other. */
    static boolean isOrdered(Agreement agreement, int one, int other) {
        return excepts(agreement, one, other) || excepts(agreement, other, one);
    }

    private static boolean excepts(Agreement agreement, int exception, int base) {
        String wanted = agreement.clauses().get(base).number();
        Deque<String> open = new ArrayDeque<>(agreement.clauses().get(exception).exceptionTo());
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String number = open.pop();
            if (number.equals(wanted)) {
                return true;
            }
            if (seen.add(number)) {
                agreement.clauses().stream()
                        .filter(clause -> clause.number().equals(number))
                        .forEach(clause -> open.addAll(clause.exceptionTo()));
            }
        }
        return false;
    }

    private String number(int clause) {
        return agreement.clauses().get(clause).number();
    }
}
