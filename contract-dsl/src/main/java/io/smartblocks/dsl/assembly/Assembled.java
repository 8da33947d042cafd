package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What became of a text that names others: the complete text, which is the text itself if it names none, the agreement in
 * it, and what there is to say, at places of the text as it was given.
 */
public record Assembled(Optional<SourceText> text, Optional<Agreement> agreement, List<Diagnostic> diagnostics) {

    public Assembled {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
