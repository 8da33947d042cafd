package io.smartblocks.dsl.editor;

import java.util.List;

/** A part of a text in its table of contents: what it is called, more about it, all of it, and where its name stands. */
public record OutlineEntry(Kind kind, String name, String detail, Span whole, Span title, List<OutlineEntry> parts) {
    public OutlineEntry {
        parts = List.copyOf(parts);
    }

    /** What the part is. */
    public enum Kind {
        HEAD,
        THING,
        TERM,
        CLAUSE,
        SENTENCE,
        SCENARIO
    }
}
