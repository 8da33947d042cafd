package io.smartblocks.portal.template;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;

/** Whether a text is an agreement that its parties can sign. */
sealed interface Drafting {

    /** A text that compiles, with the hashes that its parties sign. */
    record Draft(String text, String textHash, String compiledHash) implements Drafting {}

    /** What the language says against the text as a whole. */
    record Faulty(String message) implements Drafting {}

    static Drafting of(String title, String text) {
        Compilation compilation = AgreementCompiler.compile(new SourceText(title, text));
        return compilation
                .agreement()
                .<Drafting>map(agreement -> new Draft(
                        text,
                        CompiledForm.textHash(text),
                        CompiledForm.of(agreement).sha256()))
                .orElseGet(() -> new Faulty(compilation.diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .map(Diagnostic::message)
                        .collect(joining(" "))));
    }
}
