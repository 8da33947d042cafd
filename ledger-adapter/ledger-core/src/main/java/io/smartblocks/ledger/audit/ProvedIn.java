package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.audit.Proved.ProvedState;
import io.smartblocks.ledger.audit.Proved.ProvedTransaction;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.List;
import java.util.Optional;

/** Finds what is to be proved in a block, and the way from it to the block's root. */
public final class ProvedIn {

    private final Block block;

    private ProvedIn(Block block) {
        this.block = block;
    }

    /** Looks into a block. */
    public static ProvedIn block(Block block) {
        return new ProvedIn(block);
    }

    /** The transaction, if the block holds it. */
    public Optional<ProvedTransaction> transaction(TransactionId id) {
        int leaf = 0;
        for (int batch = 0; batch < block.batches().size(); batch++) {
            for (Transaction transaction : block.batches().get(batch).transactions()) {
                if (transaction.id().equals(id)) {
                    return Optional.of(new ProvedTransaction(
                            block.number(),
                            batch,
                            transaction,
                            Block.transactionTree(block.batches()).pathOf(leaf)));
                }
                leaf++;
            }
        }
        return Optional.empty();
    }

    /** What stands under the key after the block, if the block wrote it. */
    public Optional<ProvedState> state(StateKey key) {
        return state(key, block.batches().size());
    }

    /** What the block's batches before the given one last wrote under the key, if they did. */
    public Optional<ProvedState> state(StateKey key, int beforeBatch) {
        Optional<ProvedState> found = Optional.empty();
        List<CommittedBatch> batches = block.batches();
        int leaf = 0;
        for (int batch = 0; batch < beforeBatch; batch++) {
            for (StateEntry write : batches.get(batch).writes()) {
                if (write.key().equals(key)) {
                    found = Optional.of(new ProvedState(
                            block.number(),
                            batch,
                            write,
                            Block.changeTree(batches).pathOf(leaf)));
                }
                leaf++;
            }
        }
        return found;
    }
}
