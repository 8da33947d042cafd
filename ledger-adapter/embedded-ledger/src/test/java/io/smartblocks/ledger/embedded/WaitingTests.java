package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.StageListener;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WaitingTests {

    private static final Pending PENDING = Pending.of(Batch.of(Campus.founding()), StageListener.NONE);

    private final Waiting waiting = new Waiting();

    @Test
    void what_waits_longest_comes_first() {
        Pending later = Pending.of(Batch.of(Campus.founding()), StageListener.NONE);
        waiting.offer(PENDING);
        waiting.offer(later);

        assertThat(waiting.next(() -> false)).contains(PENDING);
        assertThat(waiting.next(() -> true)).contains(later);
        assertThat(waiting.next(() -> true)).isEmpty();
    }

    @Test
    void whoever_waits_for_a_batch_looks_again_when_woken() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Optional<Pending>> next = CompletableFuture.supplyAsync(() -> waiting.next(enough::get));
        assertThat(next.completeOnTimeout(Optional.of(PENDING), 50, TimeUnit.MILLISECONDS)
                        .get())
                .isPresent();

        CompletableFuture<Optional<Pending>> another = CompletableFuture.supplyAsync(() -> waiting.next(enough::get));
        enough.set(true);
        waiting.wake();
        assertThat(another.get()).isEmpty();
    }

    @Test
    void a_submitter_waits_while_the_queue_is_full() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            waiting.offer(PENDING);
        }
        CompletableFuture<Boolean> oneMore = CompletableFuture.supplyAsync(() -> waiting.offer(PENDING));
        assertThat(oneMore.completeOnTimeout(false, 50, TimeUnit.MILLISECONDS).get())
                .isFalse();

        CompletableFuture<Boolean> another = CompletableFuture.supplyAsync(() -> waiting.offer(PENDING));
        waiting.next(() -> true);
        waiting.next(() -> true);
        assertThat(another.get()).isTrue();
    }

    @Test
    void a_closed_queue_hands_out_what_waits_and_takes_nothing_more() {
        waiting.offer(PENDING);
        waiting.close();

        assertThat(waiting.offer(PENDING)).isFalse();
        assertThat(waiting.over()).isFalse();
        assertThat(waiting.next(() -> false)).contains(PENDING);
        assertThat(waiting.next(() -> false)).isEmpty();
        assertThat(waiting.over()).isTrue();
    }
}
