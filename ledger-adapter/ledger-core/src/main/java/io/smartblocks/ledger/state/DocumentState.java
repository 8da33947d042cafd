package io.smartblocks.ledger.state;

/** A text or a compiled form; stands once under {@code document/<SHA-256 of the text>} and never changes. */
public record DocumentState(String text) implements State {}
