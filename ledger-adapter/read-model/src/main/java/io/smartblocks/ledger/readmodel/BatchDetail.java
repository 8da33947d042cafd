package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the transactions of one batch said and wrote, from their block. */
final class BatchDetail {

    private final Block block;
    private final int number;
    private final CommittedBatch batch;
    private final Map<StateKey, Integer> placeOf = new HashMap<>();

    /**
     * A batch.
     *
     * @param organisations for whom the signers acted
     */
    BatchDetail(Block block, int number, Map<MemberId, MemberId> organisations) {
        this.block = block;
        this.number = number;
        this.batch = block.batches().get(number);
        List<Transaction> transactions = batch.transactions();
        for (int place = 0; place < transactions.size(); place++) {
            MemberId signer = transactions.get(place).body().signer();
            for (StateKey key : Subjects.of(
                            transactions.get(place).body().payload(), organisations.getOrDefault(signer, signer))
                    .keys()) {
                placeOf.put(key, place);
            }
        }
    }

    /** The place of the transaction that wrote a key, where the batch tells. */
    Optional<Integer> writer(StateKey key) {
        return batch.transactions().size() == 1 ? Optional.of(0) : Optional.ofNullable(placeOf.get(key));
    }

    /** A transaction with its own writes, and those of which nobody can tell whose they are. */
    TransactionDetail of(TransactionSummary summary) {
        Transaction transaction = batch.transactions().get(summary.place().place());
        if (!transaction.id().equals(summary.id())) {
            throw new ReadModelException("Transaction " + summary.id() + " stands at " + summary.place()
                    + " in the tables, but on the ledger that is " + transaction.id()
                    + ": the tables were fed by another ledger; rebuild the read model");
        }
        List<StateWrite> writes = batch.writes().stream()
                .filter(write -> writer(write.key())
                        .map(place -> place == summary.place().place())
                        .orElse(true))
                .map(this::write)
                .toList();
        return new TransactionDetail(
                summary,
                transaction.body().payload(),
                CanonicalJson.write((Record) transaction.body().payload()),
                transaction.signature().value(),
                writes);
    }

    private StateWrite write(StateEntry entry) {
        Optional<TransactionId> transaction =
                writer(entry.key()).map(place -> batch.transactions().get(place).id());
        return new StateWrite(
                entry.key(),
                entry.state(),
                CanonicalJson.write((Record) entry.state()),
                block.number(),
                number,
                block.header().time(),
                transaction);
    }
}
