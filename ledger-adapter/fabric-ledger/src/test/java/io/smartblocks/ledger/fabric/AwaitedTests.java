package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.LedgerUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits for a transaction hears of it; of one that nobody waits for any more nothing is kept. */
class AwaitedTests {

    private static final Verdict VALID = new Verdict("VALID", 7, 0);

    private final Awaited awaited = new Awaited();

    @TempDir
    private Path directory;

    @Test
    void all_who_wait_hear_it_once() {
        CompletableFuture<Verdict> one = awaited.by("a", this);
        CompletableFuture<Verdict> other = awaited.by("a", this);
        CompletableFuture<Verdict> elsewhere = awaited.by("b", this);

        awaited.found("a", VALID).orElseThrow().run();

        assertThat(one).isCompletedWithValue(VALID);
        assertThat(other).isCompletedWithValue(VALID);
        assertThat(elsewhere).isNotDone();
        assertThat(awaited.found("a", VALID)).isEmpty();
        assertThat(awaited.size()).isEqualTo(1);
    }

    @Test
    void who_gives_up_is_forgotten_and_the_others_still_hear_it() {
        CompletableFuture<Verdict> hasty = awaited.by("a", this);
        CompletableFuture<Verdict> patient = awaited.by("a", this);

        hasty.cancel(false);
        assertThat(awaited.size()).isEqualTo(1);
        awaited.found("a", VALID).orElseThrow().run();
        assertThat(patient).isCompletedWithValue(VALID);

        awaited.by("b", this).cancel(false);
        assertThat(awaited.size()).isZero();
    }

    @Test
    void nothing_is_kept_of_a_transaction_of_which_no_block_came_in_time() {
        Duration none = Duration.ofMillis(1);
        try (ChainIndex index = ChainIndex.open(directory, "a channel")) {
            Chain chain = new Chain(new PortBlocks("smartblocks"), index);
            Verdicts verdicts = new Verdicts(chain, new Patience(none, none, none, none, none));

            for (String id : new String[] {"a", "b", "a"}) {
                assertThatThrownBy(() -> verdicts.of(id))
                        .isInstanceOfSatisfying(
                                LedgerUnavailable.class,
                                late -> assertThat(late.outcomeUnknown()).isTrue());
            }

            assertThat(chain.awaited()).isZero();
        }
    }
}
