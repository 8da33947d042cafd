package io.smartblocks.ledger.port;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * One batch on its way, for those who make ledgers: tells its listener the stages in their order and its submitter the
 * outcome. What others do when they hear of it is never done in the thread that found out.
 */
public final class Underway {

    private static final Executor ELSEWHERE = new OtherThreads(Underway::thread);

    private final StageListener listener;
    private final boolean awaited;
    private final CompletableFuture<Submission> outcome = new CompletableFuture<>();
    private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);
    private int stages;
    private boolean ended;

    private Underway(StageListener listener, boolean awaited) {
        this.listener = listener;
        this.awaited = awaited;
    }

    /** One whose submitter is given the outcome as a future. */
    public static Underway toBeTold(StageListener listener) {
        return new Underway(listener, false);
    }

    /** One whose submitter waits in {@link #await}, and does nothing else with the outcome. */
    public static Underway awaited(StageListener listener) {
        return new Underway(listener, true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "smartblocks-ledger-answer");
        thread.setDaemon(true);
        return thread;
    }

    /** What the submitter is given. */
    public CompletableFuture<Submission> outcome() {
        if (awaited) {
            throw new IllegalStateException("the submitter of this batch waits for it; no one else is told");
        }
        return outcome;
    }

    /** Waits for the outcome; throws what broke the ledger. */
    public Submission await() {
        return await(outcome);
    }

    /** Waits for an outcome; throws what broke the ledger, and not what futures put around it. */
    static Submission await(CompletableFuture<Submission> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            throw failed;
        }
    }

    /** It has come this far; a stage that was reached before, or left behind, is not told again. */
    public synchronized void reached(Stage stage) {
        if (ended || stage.ordinal() < stages) {
            return;
        }
        stages = stage.ordinal() + 1;
        if (listener != StageListener.NONE) {
            told = told.handleAsync((done, fault) -> run(() -> tell(stage)), ELSEWHERE);
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
        if (ended) {
            return;
        }
        ended = true;
        if (awaited && told.isDone()) {
            // only wakes the submitter
            last.run();
        } else {
            told.handleAsync((done, fault) -> run(last), ELSEWHERE);
        }
    }

    private static Void run(Runnable next) {
        next.run();
        return null;
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
