package io.smartblocks.portal.template;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a text is an agreement that its parties can sign. */
sealed interface Drafting {

    /** A text that compiles, with what it compiles to, which its parties sign. */
    record Draft(String text, Agreement agreement) implements Drafting {}

    /** What the language says against the text as a whole. */
    record Faulty(String message) implements Drafting {}

    /** A text that leaves a question open binds nobody, even if it compiles. */
    static Drafting of(String title, String text) {
        Compilation compilation = AgreementCompiler.compile(new SourceText(title, text));
        Optional<Agreement> agreement = compilation.agreement();
        if (agreement.isEmpty()) {
            return new Faulty(messages(compilation.diagnostics().stream().filter(Diagnostic::isError)));
        }
        Optional<String> objection = SettlementEngine.objection(agreement.get());
        if (objection.isPresent()) {
            return new Faulty(Fields.sentence(objection.get()));
        }
        List<Diagnostic> open = compilation.openQuestions();
        return open.isEmpty() ? new Draft(text, agreement.get()) : new Faulty(messages(open.stream()));
    }

    private static String messages(Stream<Diagnostic> diagnostics) {
        return diagnostics.map(Diagnostic::message).map(Fields::sentence).collect(joining(" "));
    }
}
