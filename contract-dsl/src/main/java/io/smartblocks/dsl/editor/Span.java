package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.diagnostic.SourceRange;

/** A stretch of a text in offsets, end exclusive. */
public record Span(int start, int end) {

    static Span of(SourceRange range) {
        return new Span(range.start(), range.end());
    }

    /** True if the offset lies in this stretch or at its end. */
    boolean touches(int offset) {
        return start <= offset && offset <= end;
    }

    boolean meets(Span other) {
        return start <= other.end && other.start <= end;
    }
}
