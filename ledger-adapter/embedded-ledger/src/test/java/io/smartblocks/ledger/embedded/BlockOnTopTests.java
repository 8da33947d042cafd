package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a block that was decided while the one before was still on its way to the disk. */
@Timeout(60)
class BlockOnTopTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private final SlowDisk disk = new SlowDisk();
    private final Transaction meter = Campus.meter("m1");
    private final Transaction onTop =
            Campus.sign("move", new AssignMeter(new MeterId("m1"), "North Campus"), Campus.OPERATOR);

    @BeforeEach
    void found() {
        try (EmbeddedLedger ledger = open(Disk.REAL)) {
            Campus.found(ledger);
        }
    }

    @Test
    void nobody_sees_a_block_before_it_is_synced_but_the_next_is_decided_on_it() throws Exception {
        try (EmbeddedLedger ledger = open(disk)) {
            CompletableFuture<Submission> below = submitAndHold(ledger, meter);
            CompletableFuture<Submission> above = submitOnTop(ledger, onTop);
            assertThat(ledger.height()).isEqualTo(1);
            assertThat(ledger.states("meter/")).isEmpty();
            assertThat(ledger.find(meter.id())).isEmpty();
            assertThat(ledger.block(1)).isEmpty();
            assertThat(below).isNotDone();
            assertThat(above).isNotDone();

            disk.goOn(Optional.empty());

            assertThat(below.get()).isEqualTo(new Committed(1, List.of(meter.id())));
            assertThat(above.get()).isEqualTo(new Committed(2, List.of(onTop.id())));
        }
        assertThat(LedgerVerification.verify(directory).problems()).isEmpty();
    }

    @Test
    void a_sync_that_fails_takes_the_block_on_top_with_it() throws Exception {
        try (EmbeddedLedger ledger = open(disk)) {
            CompletableFuture<Submission> below = submitAndHold(ledger, meter);
            CompletableFuture<Submission> above = submitOnTop(ledger, Campus.meter("m2"));

            disk.goOn(Optional.of("Input/output error"));

            assertThatThrownBy(below::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            broken -> assertThat(broken.outcomeUnknown()).isTrue());
            assertThatThrownBy(above::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            broken -> assertThat(broken.outcomeUnknown()).isFalse());
            assertThat(ledger.height()).isEqualTo(1);
            assertThat(ledger.states("meter/")).isEmpty();
            assertThat(ledger.health().writable()).isFalse();
        }
        assertThat(LedgerVerification.verify(directory).problems()).isEmpty();
        try (EmbeddedLedger ledger = open(Disk.REAL)) {
            // the block whose sync failed may stand; the one on top was never written
            assertThat(ledger.find(meter.id()).isPresent()).isEqualTo(ledger.height() == 2);
            assertThat(Campus.submit(ledger, Campus.meter("m2"))).isInstanceOf(Committed.class);
        }
    }

    @Test
    void a_block_that_finds_no_room_is_not_there_for_the_one_on_top() throws Exception {
        try (EmbeddedLedger ledger = open(disk)) {
            disk.full = true;
            CompletableFuture<Submission> below = submitAndHold(ledger, meter);
            CompletableFuture<Submission> needsIt = submitOnTop(ledger, onTop);
            CompletableFuture<Submission> alone = submitOnTop(ledger, Campus.meter("m2"));
            CompletableFuture<Submission> again = submitOnTop(ledger, meter);

            disk.goOn(Optional.of("No space left on device"));

            assertThatThrownBy(below::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            broken -> assertThat(broken.outcomeUnknown()).isFalse());
            assertThat(needsIt.get())
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("meter-unknown"));
            assertThat(alone.get()).isInstanceOf(Committed.class);
            assertThat(again.get()).isInstanceOf(Committed.class);
            assertThat(ledger.states("meter/")).hasSize(2);
        }
        assertThat(LedgerVerification.verify(directory).problems()).isEmpty();
    }

    @Test
    void a_request_that_is_repeated_while_it_is_on_its_way_happens_once() throws Exception {
        try (EmbeddedLedger ledger = open(disk)) {
            CompletableFuture<Submission> below = submitAndHold(ledger, meter);
            CompletableFuture<Submission> again = ledger.submit(Batch.of(meter));
            disk.goOn(Optional.empty());

            assertThat(again.get()).isEqualTo(below.get()).isInstanceOf(Committed.class);
            assertThat(ledger.height()).isEqualTo(2);
        }
    }

    @Test
    void whoever_comes_while_another_writes_its_own_block_is_in_the_next() throws Exception {
        try (EmbeddedLedger ledger = open(disk)) {
            disk.holdNext();
            CompletableFuture<Submission> below = CompletableFuture.supplyAsync(() -> ledger.commit(Batch.of(meter)));
            disk.held.await();
            CompletableFuture<Submission> above = submitOnTop(ledger, onTop);
            CompletableFuture<Submission> waits =
                    CompletableFuture.supplyAsync(() -> ledger.commit(Batch.of(Campus.meter("m2"))));
            while (ledger.metrics().batchesWaiting() < 2) {
                Thread.onSpinWait();
            }
            disk.goOn(Optional.empty());

            assertThat(below.get()).isEqualTo(new Committed(1, List.of(meter.id())));
            assertThat(above.get()).isEqualTo(new Committed(2, List.of(onTop.id())));
            assertThat(waits.get())
                    .isInstanceOfSatisfying(
                            Committed.class,
                            committed -> assertThat(committed.block()).isEqualTo(2));
        }
    }

    @Test
    void a_submitter_waits_while_the_next_block_is_full() throws Exception {
        List<Transaction> many =
                IntStream.range(0, 2000).mapToObj(i -> Campus.meter("x" + i)).toList();
        try (EmbeddedLedger ledger = open(disk)) {
            CompletableFuture<Submission> below = submitAndHold(ledger, meter);
            CompletableFuture<Submission> full = ledger.submit(new Batch(many));
            CompletableFuture<Submission> later =
                    CompletableFuture.supplyAsync(() -> ledger.commit(Batch.of(Campus.meter("m2"))));
            Thread.sleep(50);
            assertThat(ledger.metrics().batchesWaiting()).isEqualTo(1);
            disk.goOn(Optional.empty());

            assertThat(below.get()).isInstanceOf(Committed.class);
            assertThat(full.get())
                    .isInstanceOfSatisfying(
                            Committed.class,
                            committed -> assertThat(committed.block()).isEqualTo(2));
            assertThat(later.get())
                    .isInstanceOfSatisfying(
                            Committed.class,
                            committed -> assertThat(committed.block()).isEqualTo(3));
        }
    }

    @Test
    void a_submitter_that_waited_for_room_goes_on_when_the_full_block_came_to_nothing() throws Exception {
        List<Transaction> needIt = IntStream.range(0, 2000)
                .mapToObj(i ->
                        Campus.sign("move" + i, new AssignMeter(new MeterId("m1"), "Campus " + i), Campus.OPERATOR))
                .toList();
        try (EmbeddedLedger ledger = open(disk)) {
            disk.full = true;
            CompletableFuture<Submission> below = submitAndHold(ledger, meter);
            CompletableFuture<Submission> full = ledger.submit(new Batch(needIt));
            CompletableFuture<Submission> waits =
                    CompletableFuture.supplyAsync(() -> ledger.commit(Batch.of(Campus.meter("m2"))));
            Thread.sleep(100);
            assertThat(ledger.metrics().batchesWaiting()).isEqualTo(1);
            disk.goOn(Optional.of("No space left on device"));

            assertThatThrownBy(below::get).hasCauseInstanceOf(LedgerUnavailable.class);
            assertThat(full.get()).isInstanceOf(Refused.class);
            assertThat(waits.get(10, TimeUnit.SECONDS)).isInstanceOf(Committed.class);
        }
    }

    @Test
    void whoever_asks_again_for_what_may_stand_is_never_told_that_nothing_was_taken() throws Exception {
        try (EmbeddedLedger ledger = open(disk)) {
            CompletableFuture<Submission> below = submitAndHold(ledger, meter);
            disk.goOn(Optional.of("Input/output error"));
            assertThatThrownBy(below::get).hasCauseInstanceOf(LedgerUnavailable.class);

            assertThatThrownBy(() -> ledger.commit(Batch.of(meter)))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            broken -> assertThat(broken.outcomeUnknown()).isTrue());
            assertThatThrownBy(() -> ledger.commit(Batch.of(Campus.meter("m2"))))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            broken -> assertThat(broken.outcomeUnknown()).isFalse());
        }
    }

    private CompletableFuture<Submission> submitAndHold(EmbeddedLedger ledger, Transaction transaction)
            throws InterruptedException {
        disk.holdNext();
        CompletableFuture<Submission> outcome = ledger.submit(Batch.of(transaction));
        disk.held.await();
        return outcome;
    }

    private CompletableFuture<Submission> submitOnTop(EmbeddedLedger ledger, Transaction transaction)
            throws InterruptedException {
        CountDownLatch endorsed = new CountDownLatch(1);
        CompletableFuture<Submission> outcome = ledger.submit(Batch.of(transaction), stage -> {
            if (stage == Stage.ENDORSED) {
                endorsed.countDown();
            }
        });
        if (!transaction.equals(meter)) {
            endorsed.await();
        }
        return outcome;
    }

    private EmbeddedLedger open(Disk on) {
        return EmbeddedLedger.open(directory, CLOCK, Campus.REGISTRAR, LedgerFiles.SEGMENT_SIZE, on);
    }

    /** Holds one write, or its sync, until it is told how it goes on. */
    private static final class SlowDisk implements Disk {

        private final Semaphore goesOn = new Semaphore(0);
        private volatile CountDownLatch held = new CountDownLatch(0);
        private volatile Optional<String> failure = Optional.empty();
        private volatile boolean full;

        void holdNext() {
            held = new CountDownLatch(1);
        }

        void goOn(Optional<String> problem) {
            failure = problem;
            goesOn.release();
        }

        @Override
        public void write(AppendedFile file, ByteBuffer bytes, long place) throws IOException {
            if (full) {
                hold();
            }
            Disk.super.write(file, bytes, place);
        }

        @Override
        public void sync(AppendedFile file) throws IOException {
            hold();
            Disk.super.sync(file);
        }

        private void hold() throws IOException {
            if (held.getCount() == 0) {
                return;
            }
            held.countDown();
            goesOn.acquireUninterruptibly();
            if (failure.isPresent()) {
                throw new IOException(failure.get());
            }
        }
    }
}
