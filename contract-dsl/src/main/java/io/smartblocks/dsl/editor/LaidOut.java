package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.util.List;

/** The changes that lay a text out in the canonical way, or the errors that keep its sentences from being read. */
public record LaidOut(List<Change> changes, List<Diagnostic> errors) {
    public LaidOut {
        changes = List.copyOf(changes);
        errors = List.copyOf(errors);
    }
}
