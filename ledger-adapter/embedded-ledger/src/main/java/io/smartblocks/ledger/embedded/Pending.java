package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.CheckedSignatures;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Underway;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A batch that waits for its block, with what its submitter's thread worked out already. */
final class Pending implements CheckedSignatures {

    private final Batch batch;
    private final List<Prepared> prepared;
    // by identity: another body may come under an id that was found right before
    private final Map<Transaction, Prepared> byTransaction = new IdentityHashMap<>();
    private final Map<Signed, Boolean> signatures = new HashMap<>();
    private final Underway underway;

    private record Signed(Hash root, String signature, VerifyingKey key) {}

    private Pending(Batch batch, List<Prepared> prepared, Underway underway) {
        this.batch = batch;
        this.underway = underway;
        this.prepared = prepared;
        for (int i = 0; i < prepared.size(); i++) {
            byTransaction.put(batch.transactions().get(i), prepared.get(i));
        }
    }

    static Pending of(Batch batch, Underway underway) {
        List<Prepared> prepared = new ArrayList<>(batch.transactions().size());
        for (Transaction transaction : batch.transactions()) {
            prepared.add(Prepared.of(transaction, batch.writing()));
        }
        return new Pending(batch, prepared, underway);
    }

    Batch batch() {
        return batch;
    }

    /** What was worked out ahead for each transaction, in their order. */
    List<Prepared> prepared() {
        return prepared;
    }

    /** How many bytes its transactions take in a block. */
    long size() {
        return prepared.stream().mapToLong(Prepared::length).sum();
    }

    Underway underway() {
        return underway;
    }

    /** Checks signatures before the batch is decided, which only one thread does at a time. */
    void checkAhead(StateView states) {
        try {
            for (Transaction transaction : batch.transactions()) {
                Families.keyFor(transaction, states).ifPresent(key -> holds(transaction, key));
            }
        } catch (RuntimeException later) {
            // it fails again, and its submitter is told, when the batch is decided; or the ledger is closed by then
        }
    }

    @Override
    public boolean holds(Transaction transaction, VerifyingKey key) {
        Prepared own = byTransaction.get(transaction);
        return own.hasItsId()
                && signatures.computeIfAbsent(
                        new Signed(own.signedRoot(), transaction.signature().value(), key),
                        signed -> transaction.signatureHolds(key));
    }
}
