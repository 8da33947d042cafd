package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.Optional;

/** A published value of an index and the block that brought it. */
public record RecordedIndexValue(IndexValueState state, long block, Optional<TransactionId> transaction) {}
