package io.smartblocks.dsl.diagnostic;

/** A stretch of a source text: offsets in characters, end exclusive; lines and columns count from one. */
public record SourceRange(int start, int end, int line, int column) {

    /** The place of a document as a whole. */
    public static final SourceRange BEGINNING = new SourceRange(0, 0, 1, 1);

    /** Stands for a place that is not known, such as one in a text that was not kept. */
    public static final SourceRange UNKNOWN = new SourceRange(0, 0, 0, 0);

    /** From the start of this range to the end of another. */
    public SourceRange to(SourceRange last) {
        return new SourceRange(start, Math.max(end, last.end), line, column);
    }
}
