package io.smartblocks.runtime.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Runs many pieces of work on all processors. */
final class InParallel {

    private InParallel() {}

    /** The results in the order of the pieces; two threads more than processors, since some wait for the disk. */
    static <T> List<T> all(List<Supplier<T>> pieces) {
        if (pieces.size() == 1) {
            return List.of(pieces.get(0).get());
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(pieces.size(), Runtime.getRuntime().availableProcessors() + 2)),
                work -> daemon(work, "sweep-" + number.incrementAndGet()));
        try {
            List<CompletableFuture<T>> futures = pieces.stream()
                    .map(piece -> CompletableFuture.supplyAsync(piece, threads))
                    .toList();
            return futures.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdown();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
