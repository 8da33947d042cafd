package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** A guard governs its own sentence only; a reader may think that it governs the rest of its clause. */
final class GuardCheck {

    private GuardCheck() {}

    static List<Diagnostic> of(List<Clause> clauses) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Clause clause : clauses) {
            boolean guarded = false;
            for (Clause.Provision provision : clause.provisions()) {
                if (provision.effect() instanceof Effect.Pay) {
                    if (guarded && provision.guards().isEmpty()) {
                        findings.add(Diagnostic.of(
                                        Code.W0704,
                                        provision.at(),
                                        "the condition before does not govern this sentence: it is due in any case")
                                .help("repeat the condition, or put this sentence first"));
                    }
                    guarded |= !provision.guards().isEmpty();
                }
            }
        }
        return findings;
    }
}
