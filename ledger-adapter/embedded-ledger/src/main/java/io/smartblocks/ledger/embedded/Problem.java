package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.transaction.TransactionId;
import java.util.Optional;

/**
 * Something in the ledger's files that is not as it must be.
 *
 * @param block the number of the block, or {@link #BESIDE_BLOCKS} where it lies in none, as in the index
 * @param transaction the transaction, where the problem lies in one
 * @param message what is wrong
 */
public record Problem(long block, Optional<TransactionId> transaction, String message) {

    /** Stands for a block's number where the problem lies in no block. */
    public static final long BESIDE_BLOCKS = -1;

    @Override
    public String toString() {
        if (block == BESIDE_BLOCKS) {
            return "beside the blocks: " + message;
        }
        return "block " + block + transaction.map(id -> ", transaction " + id).orElse("") + ": " + message;
    }
}
