package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;

/** A ledger whose line breaks after some batches: the last one is taken, and its answer is lost. */
final class InterruptedLedger {

    private InterruptedLedger() {}

    static Ledger losingTheAnswerOf(int batch, Ledger ledger) {
        int[] seen = {0};
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (method.getName().equals("submit") && ++seen[0] == batch) {
                        return lost(ledger.submit((Batch) arguments[0]));
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static CompletableFuture<Submission> lost(CompletableFuture<Submission> taken) {
        return taken.thenCompose(answer ->
                CompletableFuture.failedFuture(LedgerUnavailable.outcomeUnknown(Stage.COMMITTED, "the line broke")));
    }
}
