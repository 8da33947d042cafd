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
    private final Map<StateKey, TransactionId> transactionOf = new HashMap<>();

    BatchDetail(Block block, int number, List<TransactionSummary> ofBlock) {
        this.block = block;
        this.number = number;
        this.batch = block.batches().get(number);
        Map<MemberId, MemberId> organisations = new HashMap<>();
        ofBlock.forEach(each -> organisations.put(each.signer(), each.organisation()));
        for (Transaction transaction : batch.transactions()) {
            MemberId signer = transaction.body().signer();
            Subjects.of(transaction.body().payload(), organisations.getOrDefault(signer, signer))
                    .keys()
                    .forEach(key -> transactionOf.put(key, transaction.id()));
        }
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
                .map(this::write)
                .filter(write -> write.transaction().map(summary.id()::equals).orElse(true))
                .toList();
        return new TransactionDetail(
                summary,
                transaction.body().payload(),
                CanonicalJson.write((Record) transaction.body().payload()),
                transaction.signature().value(),
                writes);
    }

    private StateWrite write(StateEntry entry) {
        Optional<TransactionId> transaction = batch.transactions().size() == 1
                ? Optional.of(batch.transactions().get(0).id())
                : Optional.ofNullable(transactionOf.get(entry.key()));
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
