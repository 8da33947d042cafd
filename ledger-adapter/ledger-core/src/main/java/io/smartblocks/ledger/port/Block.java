package io.smartblocks.ledger.port;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.MerkleTree;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;

/**
 * One link of the chain.
 *
 * @param header what the signature stands for
 * @param signature Base64 of the Ed25519 signature over the bytes of the header's hash
 * @param batches what the block commits
 */
public record Block(BlockHeader header, String signature, List<CommittedBatch> batches) {

    public Block {
        batches = List.copyOf(batches);
    }

    /** The block's place in the chain, from 0. */
    public long number() {
        return header.number();
    }

    /** The hash that the next block names. */
    public Hash hash() {
        return header.hash();
    }

    /** All transactions, batch after batch. */
    public List<Transaction> transactions() {
        return batches.stream().flatMap(batch -> batch.transactions().stream()).toList();
    }

    /** All writes, batch after batch; a later write to the same key holds. */
    public List<StateEntry> writes() {
        return batches.stream().flatMap(batch -> batch.writes().stream()).toList();
    }

    /** The tree over {@link #transactionLeaves}. */
    public static MerkleTree transactionTree(List<CommittedBatch> batches) {
        return MerkleTree.over(transactionLeaves(batches));
    }

    /** The tree over {@link #changeLeaves}. */
    public static MerkleTree changeTree(List<CommittedBatch> batches) {
        return MerkleTree.over(changeLeaves(batches));
    }

    /** One leaf per transaction: canonical text of its batch's place, its id and its signature. */
    public static List<byte[]> transactionLeaves(List<CommittedBatch> batches) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            for (Transaction transaction : batches.get(i).transactions()) {
                leaves.add(transactionLeaf(i, transaction));
            }
        }
        return leaves;
    }

    /** One leaf per write: canonical text of its batch's place, its key and its state. */
    public static List<byte[]> changeLeaves(List<CommittedBatch> batches) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            for (StateEntry write : batches.get(i).writes()) {
                leaves.add(changeLeaf(i, write));
            }
        }
        return leaves;
    }

    /** The leaf of a transaction in the batch at the given place. */
    public static byte[] transactionLeaf(int batch, Transaction transaction) {
        return CanonicalJson.bytes(new TransactionLeaf(
                batch, transaction.id(), transaction.signature().value()));
    }

    /** The leaf of a write by the batch at the given place. */
    public static byte[] changeLeaf(int batch, StateEntry write) {
        return CanonicalJson.bytes(new ChangeLeaf(batch, write));
    }

    private record TransactionLeaf(int batch, TransactionId id, String signature) {}

    private record ChangeLeaf(int batch, StateEntry write) {}
}
