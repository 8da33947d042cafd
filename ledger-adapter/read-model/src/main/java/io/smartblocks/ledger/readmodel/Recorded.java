package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A state as it stood after a block, and how it came to be.
 *
 * @param block the block that wrote it last
 * @param time the time of that block
 * @param transaction the transaction about it, where the batch tells which
 */
public record Recorded<S extends State>(S state, long block, Instant time, Optional<TransactionId> transaction) {}
