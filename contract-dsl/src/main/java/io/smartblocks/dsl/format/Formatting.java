package io.smartblocks.dsl.format;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** A text in canonical layout, or the errors that keep its sentences from being read. */
public record Formatting(Optional<String> text, List<Diagnostic> diagnostics) {
    public Formatting {
        diagnostics = List.copyOf(diagnostics);
    }
}
