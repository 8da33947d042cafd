package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A guard governs its own sentence only; a reader may think that it governs the rest of its clause, unless he has seen
 * that sentences there have guards of their own.
 */
final class GuardCheck {

    private GuardCheck() {}

    static List<Diagnostic> of(List<Clause> clauses) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Clause clause : clauses) {
            Set<List<Condition>> guards = new HashSet<>();
            for (Clause.Provision provision : clause.provisions()) {
                if (provision.effect() instanceof Effect.Duty) {
                    if (guards.size() == 1 && provision.guards().isEmpty()) {
                        findings.add(Diagnostic.of(
                                        Code.W0704,
                                        provision.at(),
                                        "the condition before does not govern this sentence: it is due in any case")
                                .help("repeat the condition, or put this sentence first"));
                    }
                    if (!provision.guards().isEmpty()) {
                        guards.add(provision.guards());
                    }
                }
            }
        }
        return findings;
    }
}
