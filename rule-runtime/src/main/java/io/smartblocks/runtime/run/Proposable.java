package io.smartblocks.runtime.run;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.List;
import java.util.Optional;

/** Whether a text can be put before its parties: only what is complete and can be settled binds anybody. */
public sealed interface Proposable {

    /** It can, and this is what they would sign. */
    record Complete(String text, Agreement agreement) implements Proposable {}

    /** It takes over other texts, which are not in it. */
    record Incomplete(Diagnostic diagnostic) implements Proposable {}

    /** It has errors. */
    record Unreadable(List<Diagnostic> diagnostics) implements Proposable {
        public Unreadable {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** No period of it could ever be settled. */
    record NeverSettled(String objection) implements Proposable {}

    /** It leaves something open for which only a default would hold. */
    record Open(List<Diagnostic> questions) implements Proposable {
        public Open {
            questions = List.copyOf(questions);
        }
    }

    /** What a text is. */
    static Proposable of(SourceText text) {
        Compilation compilation = AgreementCompiler.compile(text);
        Optional<Diagnostic> named = compilation.diagnostics().stream()
                .filter(it -> it.code() == Code.E0912)
                .findFirst();
        if (named.isPresent()) {
            return new Incomplete(named.get());
        }
        Optional<Agreement> agreement = compilation.agreement();
        if (agreement.isEmpty()) {
            return new Unreadable(compilation.diagnostics());
        }
        Optional<String> objection = SettlementEngine.objection(agreement.get());
        if (objection.isPresent()) {
            return new NeverSettled(objection.get());
        }
        return compilation.openQuestions().isEmpty()
                ? new Complete(text.text(), agreement.get())
                : new Open(compilation.openQuestions());
    }
}
