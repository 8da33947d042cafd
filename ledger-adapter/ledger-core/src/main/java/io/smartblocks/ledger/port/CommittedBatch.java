package io.smartblocks.ledger.port;

import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.List;

/** A batch as it stands in a block: its transactions, and what they wrote in the order of the keys. */
public record CommittedBatch(List<Transaction> transactions, List<StateEntry> writes) {

    public CommittedBatch {
        transactions = List.copyOf(transactions);
        writes = List.copyOf(writes);
    }
}
