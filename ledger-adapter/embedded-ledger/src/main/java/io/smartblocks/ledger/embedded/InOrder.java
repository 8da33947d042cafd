package io.smartblocks.ledger.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does work side by side on all processors, and what follows from it one after another, in the order in which it was given. */
final class InOrder implements AutoCloseable {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int MOST_AHEAD = 3 * PROCESSORS;

    private final ExecutorService pool = Executors.newFixedThreadPool(PROCESSORS, InOrder::thread);
    private final Deque<Runnable> steps = new ArrayDeque<>();

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "smartblocks-verify");
        thread.setDaemon(true);
        return thread;
    }

    <T> void then(Supplier<T> ahead, Consumer<T> step) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(ahead, pool);
        then(() -> step.accept(joined(result)));
    }

    void then(Runnable step) {
        steps.add(step);
        while (steps.size() > MOST_AHEAD) {
            steps.remove().run();
        }
    }

    /** Does what is left. */
    void finish() {
        while (!steps.isEmpty()) {
            steps.remove().run();
        }
    }

    private static <T> T joined(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
