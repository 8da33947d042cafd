package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.diagnostic.Diagnostic;

/** A change that mends a fault, and what it does in words. */
public record Mending(Diagnostic diagnostic, String title, Change change) {}
