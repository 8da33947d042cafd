package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.InclusionPath;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.Transaction;

/** What a proof shows to stand in a block, with the way from it to the root that the block's header names. */
public sealed interface Proved {

    /** The number of the block. */
    long block();

    /** The place of its batch in the block, from 0. */
    int batch();

    /** The way from its leaf to the root. */
    InclusionPath path();

    /** The bytes that the way begins with. */
    byte[] leaf();

    /** The root that the way must lead to. */
    Hash rootIn(BlockHeader header);

    /** Whether the way leads from the leaf to the root in the header. */
    default boolean standsIn(BlockHeader header) {
        return header.number() == block() && path().leads(leaf(), rootIn(header));
    }

    /** A transaction with its signature. */
    record ProvedTransaction(long block, int batch, Transaction transaction, InclusionPath path) implements Proved {

        @Override
        public byte[] leaf() {
            return Block.transactionLeaf(batch, transaction);
        }

        @Override
        public Hash rootIn(BlockHeader header) {
            return header.transactionsRoot();
        }
    }

    /** A state as the block wrote it. */
    record ProvedState(long block, int batch, StateEntry write, InclusionPath path) implements Proved {

        @Override
        public byte[] leaf() {
            return Block.changeLeaf(batch, write);
        }

        @Override
        public Hash rootIn(BlockHeader header) {
            return header.changesRoot();
        }
    }
}
