package io.smartblocks.ledger.port;

import java.util.concurrent.CompletableFuture;

/**
 * One batch on its way, for those who make ledgers: tells its listener the stages in their order and its submitter the
 * outcome, never in the thread that found out.
 */
public final class Underway {

    private final StageListener listener;
    private final CompletableFuture<Submission> outcome = new CompletableFuture<>();
    private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);
    private int stages;
    private boolean ended;

    public Underway(StageListener listener) {
        this.listener = listener;
    }

    /** What the submitter is given. */
    public CompletableFuture<Submission> outcome() {
        return outcome;
    }

    /** It has come this far; a stage that was reached before, or left behind, is not told again. */
    public synchronized void reached(Stage stage) {
        if (ended || stage.ordinal() < stages) {
            return;
        }
        stages = stage.ordinal() + 1;
        if (listener != StageListener.NONE) {
            told = told.thenRunAsync(() -> tell(stage));
        }
    }

    /** The ledger has answered; only the first end counts. */
    public synchronized void ended(Submission submission) {
        if (submission instanceof Submission.Committed) {
            reached(Stage.COMMITTED);
        }
        end(() -> outcome.complete(submission));
    }

    /** The ledger broke; only the first end counts. */
    public synchronized void broke(LedgerUnavailable unavailable) {
        end(() -> outcome.completeExceptionally(unavailable));
    }

    private void end(Runnable last) {
        if (!ended) {
            ended = true;
            told.thenRunAsync(last);
        }
    }

    private void tell(Stage stage) {
        try {
            listener.reached(stage);
        } catch (RuntimeException | Error fault) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
        }
    }
}
