package io.smartblocks.ledger.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Those who wait until it is seen what became of a transaction; nothing is kept of one that nobody waits for any more. */
final class Awaited {

    private final Map<String, List<CompletableFuture<Verdict>>> waiting = new HashMap<>();

    /**
     * One more waits for a transaction, until it is told or cancels.
     *
     * @param lock under which all of this is called
     */
    CompletableFuture<Verdict> by(String id, Object lock) {
        CompletableFuture<Verdict> one = new CompletableFuture<>();
        waiting.computeIfAbsent(id, first -> new ArrayList<>(1)).add(one);
        one.whenComplete((verdict, gaveUp) -> {
            if (gaveUp != null) {
                synchronized (lock) {
                    leave(id, one);
                }
            }
        });
        return one;
    }

    private void leave(String id, CompletableFuture<Verdict> one) {
        waiting.computeIfPresent(id, (same, others) -> {
            others.removeIf(each -> each == one);
            return others.isEmpty() ? null : others;
        });
    }

    /** What became of a transaction is seen; tells how to tell it all who wait. */
    Optional<Runnable> found(String id, Verdict verdict) {
        return Optional.ofNullable(waiting.remove(id)).map(all -> () -> all.forEach(each -> each.complete(verdict)));
    }

    int size() {
        return waiting.size();
    }
}
