package io.smartblocks.ledger.outbox;

import java.time.Instant;

/** What is known of an entry without reading what it holds. */
record Entry(Receipt receipt, Lane lane, Instant queuedAt, long bytes) {}
