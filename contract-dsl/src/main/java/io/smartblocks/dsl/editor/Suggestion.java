package io.smartblocks.dsl.editor;

/**
 * Something that can be written at a place: {@code snippet} has gaps to fill as {@code ${1:words}}, {@code plain} the same
 * without marks; {@code rank} orders, the smallest first.
 */
public record Suggestion(Kind kind, String label, String snippet, String plain, String detail, Span at, int rank) {

    /** What is suggested. */
    public enum Kind {
        SENTENCE,
        WORDING,
        NAME,
        NEW_NAME,
        CLAUSE,
        UNIT,
        DAY,
        QUOTED
    }

    static Suggestion of(Kind kind, String words, String detail, Span at, int rank) {
        String escaped = words.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
        return new Suggestion(kind, words, escaped, words, detail, at, rank);
    }
}
