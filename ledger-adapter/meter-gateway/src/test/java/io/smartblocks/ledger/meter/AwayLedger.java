package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A ledger that is away for as long as someone says so. */
final class AwayLedger {

    private AwayLedger() {}

    static Ledger of(Ledger ledger, AtomicBoolean away) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (away.get()) {
                        LedgerUnavailable noLine =
                                LedgerUnavailable.nothingTaken(Stage.PROPOSED, "there is no line to the ledger");
                        if (method.getName().equals("submit")) {
                            return CompletableFuture.failedFuture(noLine);
                        }
                        throw noLine;
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
