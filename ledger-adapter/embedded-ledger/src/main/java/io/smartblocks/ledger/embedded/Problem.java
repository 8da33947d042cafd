package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.transaction.TransactionId;
import java.util.Optional;

/**
 * Something in the ledger's files that is not as it must be.
 *
 * @param block the number of the block
 * @param transaction the transaction, where the problem lies in one
 * @param message what is wrong
 */
public record Problem(long block, Optional<TransactionId> transaction, String message) {

    @Override
    public String toString() {
        return "block " + block + transaction.map(id -> ", transaction " + id).orElse("") + ": " + message;
    }
}
