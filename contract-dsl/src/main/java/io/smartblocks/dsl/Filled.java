package io.smartblocks.dsl;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A template with its answers put in: the complete text of a contract where every answer will do, and what is wrong with
 * those that will not.
 */
public record Filled(Optional<String> text, List<Problem> problems) {
    public Filled {
        problems = List.copyOf(problems);
    }

    /** What is wrong, and the parameter whose answer it is; empty for the template itself or its head. */
    public record Problem(Optional<String> parameter, Diagnostic diagnostic) {}
}
