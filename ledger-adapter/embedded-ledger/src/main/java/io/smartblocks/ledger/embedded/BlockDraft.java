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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what goes into the next block, and the answer that each submitter gets once the block stands. */
final class BlockDraft {

    private final BlockLimits limits;
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

    BlockDraft(BlockLimits limits, LedgerIndex index) {
        this.limits = limits;
        this.states = new StateOverlay(index);
        this.requests = new Requests(index, limits.number());
    }

    void take(Pending pending) {
        Optional<Submission> earlier = requests.answered(pending);
        answers.add(new Answer(pending, earlier.isPresent() ? earlier.get() : decide(pending)));
    }

    private Submission decide(Pending pending) {
        List<Transaction> transactions = pending.batch().transactions();
        BatchDecision decision = Families.decide(transactions, states, limits, pending);
        if (decision instanceof BatchDecision.Refused refused) {
            return new Refused(refused.code().code(), refused.place(), refused.message());
        }
        BatchDecision.Applied applied = (BatchDecision.Applied) decision;
        states.write(applied.writes());
        requests.accept(pending);
        pending.underway().reached(Stage.ENDORSED);
        making.add(new CommittedBatch(transactions, applied.writes()), pending.prepared());
        return new Committed(
                limits.number(), transactions.stream().map(Transaction::id).toList());
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
}
