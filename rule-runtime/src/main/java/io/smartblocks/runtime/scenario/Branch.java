package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.diagnostic.SourceRange;

/** A way that a settlement can go: a sentence of a clause, a case of a definition, or a limit that changes a value. */
public record Branch(Kind kind, String name, SourceRange at) {
    /** Kinds of ways. */
    public enum Kind {
        SENTENCE,
        EXCEPTION,
        CASE,
        LIMIT
    }
}
