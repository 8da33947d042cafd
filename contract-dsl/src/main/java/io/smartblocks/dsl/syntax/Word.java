package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;

/** A name, a clause number or a text in quotes, and where it stands. */
public record Word(String text, SourceRange at) {}
