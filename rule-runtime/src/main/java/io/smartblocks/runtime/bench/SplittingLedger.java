package io.smartblocks.runtime.bench;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StageListener;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** A ledger that, when it is told to, submits each transaction of a batch by itself; it knows how long submissions took. */
final class SplittingLedger extends PassingLedger {

    private volatile boolean splitting;
    private OptionalLong first = OptionalLong.empty();
    private long last;

    SplittingLedger(Ledger ledger) {
        super(ledger);
    }

    /** From now on each transaction goes by itself. */
    void split() {
        splitting = true;
    }

    /** From now on it is measured how long submissions take. */
    synchronized void measure() {
        first = OptionalLong.empty();
        last = 0;
    }

    /** From the first submission until the last one ended. */
    synchronized Duration took() {
        return Duration.ofNanos(last - first.orElse(last));
    }

    private synchronized void begun() {
        if (first.isEmpty()) {
            first = OptionalLong.of(System.nanoTime());
        }
    }

    private synchronized void ended() {
        last = System.nanoTime();
    }

    @Override
    public CompletableFuture<Submission> submit(Batch batch, StageListener stages) {
        begun();
        return split(batch, stages).whenComplete((submission, failed) -> ended());
    }

    private CompletableFuture<Submission> split(Batch batch, StageListener stages) {
        if (!splitting) {
            return super.submit(batch, stages);
        }
        List<CompletableFuture<Submission>> each = new ArrayList<>();
        batch.transactions().forEach(one -> each.add(super.submit(Batch.of(one), StageListener.NONE)));
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).thenApply(all -> joined(each));
    }

    // the first refusal, or what was committed in the last of the blocks
    private static Submission joined(List<CompletableFuture<Submission>> each) {
        long block = 0;
        List<TransactionId> ids = new ArrayList<>();
        for (CompletableFuture<Submission> one : each) {
            if (!(one.join() instanceof Submission.Committed committed)) {
                return one.join();
            }
            block = Math.max(block, committed.block());
            ids.addAll(committed.transactions());
        }
        return new Submission.Committed(block, ids);
    }
}
