package io.smartblocks.dsl.amendment;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What became of an amendment: the complete text of the new version, in canonical layout, the agreement before and after,
 * and what there is to say, at places of the amendment's text.
 */
public record Amended(
        Optional<SourceText> text,
        Optional<Agreement> before,
        Optional<Agreement> after,
        List<Diagnostic> diagnostics) {

    public Amended {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
