package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.diagnostic.SourceRange;

/** One figure or sentence that an outcome rests on: its name, what it came to, and where the text says it. */
public record Traced(String what, String value, SourceRange at) {}
