package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;
import java.util.Optional;

/**
 * What came to stand under a key, when and by which transaction.
 *
 * @param transaction the transaction about that key, where the batch holds one
 * @param text the state as canonical JSON
 */
public record StateWrite(
        StateKey key,
        State state,
        String text,
        long block,
        int batch,
        Instant time,
        Optional<TransactionId> transaction) {}
