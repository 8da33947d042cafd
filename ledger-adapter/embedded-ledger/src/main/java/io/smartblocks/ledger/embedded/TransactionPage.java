package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * Some of the transactions that were asked for, newest first.
 *
 * @param transactions the transactions and where they stand
 * @param last where to go on for older ones; empty when there are none
 */
public record TransactionPage(List<Listed> transactions, Optional<TransactionPlace> last) {

    /** A transaction and where it stands. */
    public record Listed(TransactionPlace at, Transaction transaction) {}

    public TransactionPage {
        transactions = List.copyOf(transactions);
    }
}
