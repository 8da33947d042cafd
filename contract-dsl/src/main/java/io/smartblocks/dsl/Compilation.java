package io.smartblocks.dsl;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** What became of a text: the checked agreement where there is no error, and everything there is to say about it. */
public record Compilation(Optional<Agreement> agreement, List<Diagnostic> diagnostics) {

    public Compilation {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** The required sentences that are missing, each with the default that holds; to be mended before anyone signs. */
    public List<Diagnostic> openQuestions() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.code() == Code.W0602)
                .toList();
    }
}
