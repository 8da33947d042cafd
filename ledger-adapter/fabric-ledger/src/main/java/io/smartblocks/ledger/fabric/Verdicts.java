package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until it is seen what became of transactions of the channel. */
final class Verdicts {

    private final Chain chain;
    private final Patience patience;

    Verdicts(Chain chain, Patience patience) {
        this.chain = chain;
        this.patience = patience;
    }

    /**
     * What became of a transaction that a peer knows already.
     *
     * @throws LedgerUnavailable when no block with it was seen in time
     */
    Verdict of(String id) {
        return of(id, chain.verdict(id));
    }

    /** What became of a transaction that was asked for before it was submitted; after that nobody waits by this. */
    Verdict of(String id, CompletableFuture<Verdict> verdict) {
        try {
            return verdict.get(patience.committing().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw LedgerUnavailable.outcomeUnknown(
                    Stage.COMMITTED,
                    "no block with it was seen in " + patience.committing().toSeconds()
                            + " seconds; what was signed is submitted again until one is",
                    late);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw LedgerUnavailable.outcomeUnknown(Stage.COMMITTED, "transaction " + id + " is not waited for");
        } finally {
            verdict.cancel(false);
        }
    }
}
