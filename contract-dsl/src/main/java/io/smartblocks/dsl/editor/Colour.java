package io.smartblocks.dsl.editor;

/** What a stretch on one line is, for those who colour it. */
public record Colour(Span at, Kind kind, boolean defining) {

    /** What is coloured alike. */
    public enum Kind {
        KEYWORD,
        PARTY,
        PERIOD,
        MEASURED,
        PARAMETER,
        TERM,
        UNIT,
        NUMBER,
        DAY,
        QUOTED,
        NOTE,
        SIGN
    }
}
