package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.diagnostic.SourceRange;

/** What became of one expectation: what was expected, what came out, and in words why they differ. */
public record StepResult(SourceRange at, boolean passed, String expected, String actual, String message) {}
