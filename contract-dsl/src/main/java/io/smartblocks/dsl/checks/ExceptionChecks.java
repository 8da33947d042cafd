package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Exceptions form no circle, and each does something to the clauses it excepts. */
final class ExceptionChecks {

    private ExceptionChecks() {}

    static List<Diagnostic> of(List<Clause> clauses) {
        Map<String, Clause> byNumber = new LinkedHashMap<>();
        clauses.forEach(clause -> byNumber.putIfAbsent(clause.number(), clause));
        List<Diagnostic> findings = new ArrayList<>();
        Set<String> reported = new HashSet<>();
        for (Clause clause : clauses) {
            if (!clause.exceptionTo().isEmpty()) {
                if (!reported.contains(clause.number()) && exceptsItself(clause, byNumber)) {
                    reported.addAll(clause.exceptionTo());
                    findings.add(Diagnostic.of(
                                    Code.E0401,
                                    clause.at(),
                                    "clause %s is, by way of others, an exception to itself".formatted(clause.number()))
                            .help("leave out `is an exception to` in one of them"));
                }
                if (doesNothing(clause)) {
                    findings.add(Diagnostic.of(
                                    Code.E0402,
                                    clause.at(),
                                    "clause %s changes nothing in what it is an exception to"
                                            .formatted(clause.number()))
                            .help("say `no payment is due under clause %s`, `… is instead …`, or what is paid instead"
                                    .formatted(clause.exceptionTo().get(0))));
                }
            }
        }
        return findings;
    }

    private static boolean exceptsItself(Clause clause, Map<String, Clause> byNumber) {
        Deque<String> open = new ArrayDeque<>(clause.exceptionTo());
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String number = open.pop();
            if (number.equals(clause.number())) {
                return true;
            }
            if (seen.add(number) && byNumber.containsKey(number)) {
                open.addAll(byNumber.get(number).exceptionTo());
            }
        }
        return false;
    }

    private static boolean doesNothing(Clause clause) {
        return !clause.provisions().isEmpty()
                && clause.provisions().stream()
                        .map(Clause.Provision::effect)
                        .noneMatch(effect -> changes(effect, clause.exceptionTo()));
    }

    private static boolean changes(Effect effect, List<String> excepted) {
        return effect instanceof Effect.NothingDue nothing
                ? nothing.clauses().stream().anyMatch(excepted::contains)
                : effect instanceof Effect.Duty || effect instanceof Effect.Instead || effect instanceof Effect.Hold;
    }
}
