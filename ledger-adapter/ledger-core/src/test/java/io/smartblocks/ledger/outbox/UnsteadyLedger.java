package io.smartblocks.ledger.outbox;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.TransactionId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A ledger whose line breaks as a test asks for, and that remembers what it was asked. */
final class UnsteadyLedger {

    /** How one attempt to submit goes. */
    enum Line {
        HOLDS,
        IS_AWAY,
        BREAKS_BEFORE_THE_LEDGER_HEARS,
        BREAKS_BEFORE_THE_ANSWER
    }

    private final Ledger behind;
    private final Function<Batch, Line> line;
    private final List<Batch> heard = new ArrayList<>();
    private final List<Batch> sentThoughThere = new ArrayList<>();
    private final List<TransactionId> asked = new ArrayList<>();

    UnsteadyLedger(Ledger behind, Function<Batch, Line> line) {
        this.behind = behind;
        this.line = line;
    }

    /** What was submitted, whether or not it arrived. */
    List<Batch> heard() {
        return heard;
    }

    /** What was submitted although it stood on the ledger already. */
    List<Batch> sentThoughThere() {
        return sentThoughThere;
    }

    /** The transactions that were asked for. */
    List<TransactionId> asked() {
        return asked;
    }

    Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(
                UnsteadyLedger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        // submits through this proxy and waits
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (method.getName().equals("submit")) {
                        return submit((Batch) arguments[0]);
                    }
                    if (method.getName().equals("find")) {
                        asked.add((TransactionId) arguments[0]);
                    }
                    try {
                        return method.invoke(behind, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private CompletableFuture<Submission> submit(Batch batch) {
        heard.add(batch);
        if (behind.find(batch.transactions().get(0).id()).isPresent()) {
            sentThoughThere.add(batch);
        }
        switch (line.apply(batch)) {
            case HOLDS:
                return behind.submit(batch);
            case IS_AWAY:
                throw LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the ledger is away");
            case BREAKS_BEFORE_THE_LEDGER_HEARS:
                return CompletableFuture.failedFuture(lost());
            default:
                return behind.submit(batch).thenCompose(answer -> CompletableFuture.failedFuture(lost()));
        }
    }

    private static LedgerUnavailable lost() {
        return LedgerUnavailable.outcomeUnknown(Stage.COMMITTED, "the line broke");
    }
}
