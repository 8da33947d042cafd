package io.smartblocks.dsl.diagnostic;

/** A stretch of a source text: offsets in characters, end exclusive; lines and columns count from one. */
public record SourceRange(int start, int end, int line, int column) {}
