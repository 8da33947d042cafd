package io.smartblocks.portal.cli;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.DiagnosticJson;
import io.smartblocks.dsl.diagnostic.Severity;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;

/** A text and what the compiler says of it. */
record CheckedText(SourceText source, List<Diagnostic> diagnostics) {

    static CheckedText of(SourceText source) {
        return new CheckedText(source, AgreementCompiler.compile(source).diagnostics());
    }

    boolean isValid() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    String json() {
        return DiagnosticJson.write(source, diagnostics);
    }

    long count(Severity severity) {
        return diagnostics.stream().filter(d -> d.severity() == severity).count();
    }
}
