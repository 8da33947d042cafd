package io.smartblocks.ledger.outbox;

/** What came of sending what was due: how many batches are on the ledger now, and how many were refused. */
public record Forwarded(int committed, int putAside) {}
