package io.smartblocks.ledger.port;

import io.smartblocks.ledger.transaction.Transaction;
import java.util.List;

/** Transactions that are committed together or not at all. */
public record Batch(List<Transaction> transactions) {

    public Batch {
        transactions = List.copyOf(transactions);
        if (transactions.isEmpty()) {
            throw new IllegalArgumentException("a batch holds at least one transaction");
        }
    }

    /** A batch of these transactions, in this order. */
    public static Batch of(Transaction... transactions) {
        return new Batch(List.of(transactions));
    }
}
