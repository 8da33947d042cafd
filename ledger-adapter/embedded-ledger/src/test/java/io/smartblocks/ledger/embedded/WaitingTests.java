package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.StageListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WaitingTests {

    private static final Pending PENDING = Pending.of(Batch.of(Campus.founding()), StageListener.NONE);

    private final Waiting waiting = new Waiting();

    @Test
    void a_block_takes_all_that_waits_up_to_its_fill() throws InterruptedException {
        for (int i = 0; i < 2500; i++) {
            waiting.offer(PENDING);
        }

        assertThat(waiting.group(0)).hasSize(2000);
        assertThat(waiting.group(0)).hasSize(500);
        assertThat(waiting.group(1)).isEmpty();
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
        waiting.group(0);
        assertThat(another.get()).isTrue();
    }

    @Test
    void a_closed_queue_hands_out_what_waits_and_takes_nothing_more() throws InterruptedException {
        waiting.offer(PENDING);
        waiting.close();

        assertThat(waiting.offer(PENDING)).isFalse();
        assertThat(waiting.over()).isFalse();
        assertThat(waiting.group(1000)).hasSize(1);
        assertThat(waiting.over()).isTrue();
    }
}
