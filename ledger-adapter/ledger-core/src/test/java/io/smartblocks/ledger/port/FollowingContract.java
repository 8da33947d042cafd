package io.smartblocks.ledger.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smartblocks.ledger.transaction.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How the chain can be followed: from any block on, without gaps, and from where one stopped. */
public interface FollowingContract extends ContractLedger {

    @Test
    default void a_stream_replays_from_any_block_on() throws InterruptedException {
        Campus.submit(ledger(), Campus.meter(fresh()));
        Campus.submit(ledger(), Campus.meter(fresh()));
        long height = ledger().height();
        for (long from = 0; from < height; from++) {
            try (BlockStream stream = ledger().blocks(from)) {
                for (long number = from; number < height; number++) {
                    assertThat(stream.position()).isEqualTo(number);
                    assertThat(stream.next()).isEqualTo(ledger().block(number));
                }
            }
        }
    }

    @Test
    default void a_stream_waits_for_the_next_block() throws InterruptedException {
        Transaction meter = Campus.meter(fresh());
        try (BlockStream stream = ledger().blocks(ledger().height())) {
            assertThat(stream.next(Duration.ofMillis(20))).isEmpty();
            CompletableFuture<List<Transaction>> seen = started(() -> until(stream, meter));
            Campus.submit(ledger(), meter);

            assertThat(seen.join()).contains(meter);
            assertThat(stream.position())
                    .isGreaterThan(ledger().find(meter.id()).orElseThrow().block());
        }
    }

    @Test
    default void one_who_stopped_goes_on_from_the_position_without_gap_or_repetition() throws InterruptedException {
        List<Transaction> seen = new ArrayList<>();
        long checkpoint = ledger().height();
        List<Transaction> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Transaction meter = Campus.meter(fresh());
            made.add(meter);
            Campus.submit(ledger(), meter);
            try (BlockStream stream = ledger().blocks(checkpoint)) {
                while (!seen.contains(meter)) {
                    seen.addAll(stream.next().orElseThrow().transactions());
                }
                checkpoint = stream.position();
            }
            if (i == 2) {
                reopened();
            }
        }

        assertThat(seen).containsSubsequence(made).doesNotHaveDuplicates();
    }

    @Test
    default void what_a_stream_shows_can_be_read() throws InterruptedException {
        Transaction meter = Campus.meter(fresh());
        try (BlockStream stream = ledger().blocks(ledger().height())) {
            CompletableFuture<Submission> outcome = ledger().submit(Batch.of(meter));
            until(stream, meter);

            assertThat(ledger().height()).isGreaterThanOrEqualTo(stream.position());
            assertThat(ledger().find(meter.id())).isPresent();
            assertThat(outcome.join()).isInstanceOf(Submission.Committed.class);
        }
    }

    @Test
    default void closing_a_stream_ends_the_wait_of_its_reader() throws InterruptedException {
        BlockStream stream = ledger().blocks(ledger().height());
        CompletableFuture<Boolean> ended = started(() -> {
            Optional<Block> next = next(stream);
            while (next.isPresent()) {
                next = next(stream);
            }
            return true;
        });
        stream.close();

        assertThat(ended.join()).isTrue();
        assertThat(stream.next()).isEmpty();
    }

    @Test
    default void an_interrupt_ends_the_wait_of_one_reader_only() throws InterruptedException {
        try (BlockStream stream = ledger().blocks(ledger().height());
                BlockStream other = ledger().blocks(ledger().height())) {
            Thread reader = new Thread(() -> {
                while (next(stream).isPresent()) {
                    Thread.onSpinWait();
                }
            });
            reader.setUncaughtExceptionHandler((thread, interrupted) -> {});
            reader.start();
            reader.interrupt();
            reader.join();
            Transaction meter = Campus.meter(fresh());
            Campus.submit(ledger(), meter);

            assertThat(until(other, meter)).contains(meter);
            assertThat(until(stream, meter)).contains(meter);
        }
    }

    @Test
    default void a_stream_begins_at_a_block_that_is_there_or_comes_next() {
        assertThatIllegalArgumentException().isThrownBy(() -> ledger().blocks(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> ledger().blocks(ledger().height() + 1000));
    }

    private static List<Transaction> until(BlockStream stream, Transaction wanted) {
        List<Transaction> seen = new ArrayList<>();
        while (!seen.contains(wanted)) {
            seen.addAll(next(stream).orElseThrow().transactions());
        }
        return seen;
    }

    private static Optional<Block> next(BlockStream stream) {
        try {
            return stream.next();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static <T> CompletableFuture<T> started(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, command -> new Thread(command).start());
    }
}
