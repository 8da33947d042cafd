package io.smartblocks.runtime.run;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A ledger that fails for a while in the way a test asks for. */
final class FaultyLedger {

    private FaultyLedger() {}

    /** Takes no batch for the first {@code failures} times: the future fails. */
    static Ledger thatCannotWrite(Ledger ledger, AtomicInteger failures) {
        return failing(
                ledger,
                "submit",
                failures,
                () -> CompletableFuture.failedFuture(
                        LedgerUnavailable.nothingTaken(Stage.COMMITTED, "the disk is full")));
    }

    /** Takes so many batches and then none: the process is killed, before or after what it sent last is written. */
    static Ledger thatDiesAfter(Ledger ledger, int batches, boolean written) {
        AtomicInteger left = new AtomicInteger(batches);
        return before(ledger, batch -> {
            if (left.getAndDecrement() <= 0) {
                if (written && left.get() == -1) {
                    ledger.submit(batch).join();
                }
                throw new Killed();
            }
        });
    }

    /** No failure that a sweep could handle. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Something else happens before each batch. */
    static Ledger before(Ledger ledger, Consumer<Batch> other) {
        return (Ledger) Proxy.newProxyInstance(
                FaultyLedger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("commit")) {
                        return InvocationHandler.invokeDefault(proxy, called, arguments);
                    }
                    if (called.getName().equals("submit")) {
                        other.accept((Batch) arguments[0]);
                    }
                    return called.invoke(ledger, arguments);
                });
    }

    /** Takes the first {@code failures} batches, or does not hear of them, and the answer is lost either way. */
    static Ledger thatLosesAnswers(Ledger ledger, AtomicInteger failures, boolean taken, List<Batch> heard) {
        return (Ledger) Proxy.newProxyInstance(
                FaultyLedger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("commit")) {
                        // submits through this proxy and waits
                        return InvocationHandler.invokeDefault(proxy, called, arguments);
                    }
                    if (!called.getName().equals("submit")) {
                        return called.invoke(ledger, arguments);
                    }
                    Batch batch = (Batch) arguments[0];
                    heard.add(batch);
                    boolean lost = failures.getAndDecrement() > 0;
                    if (taken || !lost) {
                        ledger.submit(batch).join();
                    }
                    return lost
                            ? CompletableFuture.failedFuture(
                                    LedgerUnavailable.outcomeUnknown(Stage.COMMITTED, "the line broke"))
                            : ledger.submit(batch);
                });
    }

    /** Takes the first batch, but gives no answer until it is let go on. */
    static Ledger thatHangs(Ledger ledger, CompletableFuture<?> goOn, List<Batch> heard) {
        return (Ledger) Proxy.newProxyInstance(
                FaultyLedger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, called, arguments) -> {
                    if (!called.getName().equals("submit")) {
                        return called.invoke(ledger, arguments);
                    }
                    heard.add((Batch) arguments[0]);
                    return goOn.thenCompose(gone -> ledger.submit((Batch) arguments[0]));
                });
    }

    /** Answers each batch after a while, and notes how many wait for their answers at most. */
    static Ledger thatIsSlow(Ledger ledger, Duration slow, AtomicInteger most) {
        AtomicInteger waiting = new AtomicInteger();
        return (Ledger) Proxy.newProxyInstance(
                FaultyLedger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, called, arguments) -> {
                    if (!called.getName().equals("submit")) {
                        return called.invoke(ledger, arguments);
                    }
                    most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
                    Executor later = CompletableFuture.delayedExecutor(slow.toMillis(), TimeUnit.MILLISECONDS);
                    return CompletableFuture.supplyAsync(() -> ledger.submit((Batch) arguments[0]), later)
                            .thenCompose(submitted -> submitted)
                            .whenComplete((submission, broken) -> waiting.decrementAndGet());
                });
    }

    /** Does not even tell its height for the first {@code failures} times. */
    static Ledger thatIsAway(Ledger ledger, AtomicInteger failures) {
        return failing(ledger, "height", failures, () -> {
            throw LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the ledger is away");
        });
    }

    private interface Failure {
        Object happen();
    }

    private static Ledger failing(Ledger ledger, String method, AtomicInteger failures, Failure failure) {
        return (Ledger) Proxy.newProxyInstance(
                FaultyLedger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("commit")) {
                        // submits through this proxy and waits
                        return InvocationHandler.invokeDefault(proxy, called, arguments);
                    }
                    if (called.getName().equals(method) && failures.getAndDecrement() > 0) {
                        return failure.happen();
                    }
                    try {
                        return called.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
