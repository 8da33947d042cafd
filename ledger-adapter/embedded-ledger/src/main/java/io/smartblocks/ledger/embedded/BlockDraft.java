package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.BatchDecision;
import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what goes into the next block, and the answer that each submitter gets once the block stands. */
final class BlockDraft {

    private static final int MOST_TRANSACTIONS = 2000;
    private static final int MOST_BYTES = 8 << 20;

    private final BlockLimits limits;
    private final LedgerIndex index;
    private final StateOverlay states;
    private final Requests requests;
    private final BlockMaking making = new BlockMaking();
    private final List<Answer> answers = new ArrayList<>();

    /** What a submitter is told once the block stands. */
    record Answer(Pending pending, Submission submission) {

        void give() {
            pending.underway().ended(submission);
        }
    }

    /**
     * Begins a block.
     *
     * @param index what readers see
     * @param underWay the block before, when it is on its way to the disk and not yet in the index
     */
    BlockDraft(BlockLimits limits, LedgerIndex index, Optional<BlockDraft> underWay) {
        this.limits = limits;
        this.index = index;
        this.states = new StateOverlay(index);
        this.requests = new Requests(index, underWay.map(before -> before.requests));
        underWay.ifPresent(before -> before.making.batches().forEach(batch -> states.write(batch.writes())));
    }

    void take(Pending pending) {
        Optional<Submission> earlier = requests.answered(pending, transaction -> isSigned(transaction, pending));
        answers.add(new Answer(pending, earlier.isPresent() ? earlier.get() : decide(pending)));
    }

    private boolean isSigned(Transaction transaction, Pending pending) {
        return Families.keyFor(transaction, states)
                .filter(key -> pending.holds(transaction, key))
                .isPresent();
    }

    private Submission decide(Pending pending) {
        List<Transaction> transactions = pending.batch().transactions();
        BatchDecision decision = Families.decide(transactions, states, limits, pending);
        if (decision instanceof BatchDecision.Refused refused) {
            return new Refused(refused.code().code(), refused.place(), refused.message());
        }
        BatchDecision.Applied applied = (BatchDecision.Applied) decision;
        making.add(
                new CommittedBatch(transactions, applied.writes()),
                pending.prepared(),
                pending.batch().writing());
        states.write(applied.writes());
        requests.accept(pending, limits.number());
        pending.underway().reached(Stage.ENDORSED);
        return new Committed(
                limits.number(), transactions.stream().map(Transaction::id).toList());
    }

    /** Whether a request of the batch stands in it. */
    boolean holdsOf(Pending pending) {
        return requests.holdsOf(pending);
    }

    long number() {
        return limits.number();
    }

    /** The number of the block that comes behind it. */
    long end() {
        return making.isEmpty() ? number() : number() + 1;
    }

    /** Whether it was decided on this index. */
    boolean isOn(LedgerIndex other) {
        return index == other;
    }

    Instant time() {
        return limits.time();
    }

    boolean full() {
        return making.transactions() >= MOST_TRANSACTIONS
                || making.size() >= MOST_BYTES
                || answers.size() >= MOST_TRANSACTIONS;
    }

    /** The block that is being made; empty when all batches were refused or answered before. */
    BlockMaking making() {
        return making;
    }

    /** Tells those who are in the block that it is on its way to the disk. */
    void submitted() {
        answers.stream()
                .filter(answer -> answer.submission() instanceof Committed)
                .forEach(answer -> answer.pending().underway().reached(Stage.SUBMITTED));
    }

    List<Answer> answers() {
        return answers;
    }

    List<Pending> pendings() {
        return answers.stream().map(Answer::pending).toList();
    }
}
