package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thread that breaks while it decides or writes for others harms only whom it must. */
@Timeout(60)
class FaultInCommittingTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private final AtomicBoolean faulty = new AtomicBoolean();

    @Test
    void a_submitter_whose_thread_has_no_room_left_to_make_the_block_stops_nobody_else() {
        try (EmbeddedLedger ledger = open(CLOCK, new FaultySigner(), Disk.REAL)) {
            Campus.found(ledger);
            faulty.set(true);
            failsWithNothingTaken(ledger, "m1");
            assertThat(ledger.health().writable()).isTrue();
            assertThat(ledger.commit(Batch.of(Campus.meter("m1")))).isInstanceOf(Committed.class);
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    @Test
    void a_submitter_whose_thread_has_no_room_left_to_begin_a_block_stops_nobody_else() {
        InstantSource clock = () -> {
            if (faulty.getAndSet(false)) {
                throw new StackOverflowError("too deep");
            }
            return Campus.NOON;
        };
        try (EmbeddedLedger ledger = open(clock.withZone(ZoneOffset.UTC), Campus.REGISTRAR, Disk.REAL)) {
            Campus.found(ledger);
            faulty.set(true);
            failsWithNothingTaken(ledger, "m1");
            assertThat(ledger.commit(Batch.of(Campus.meter("m1")))).isInstanceOf(Committed.class);
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    @Test
    void those_who_wait_in_the_next_block_go_on_when_a_leader_breaks() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        Signer slow = new FaultySigner() {
            @Override
            public byte[] sign(byte[] message) {
                if (faulty.get()) {
                    held.countDown();
                    await(goesOn);
                }
                return super.sign(message);
            }
        };
        try (EmbeddedLedger ledger = open(CLOCK, slow, Disk.REAL)) {
            Campus.found(ledger);
            faulty.set(true);
            CompletableFuture<Submission> leader =
                    CompletableFuture.supplyAsync(() -> ledger.commit(Batch.of(Campus.meter("m1"))));
            await(held);
            CompletableFuture<Submission> next = ledger.submit(Batch.of(Campus.meter("m2")));
            goesOn.countDown();

            assertThatThrownBy(leader::join).hasCauseInstanceOf(LedgerUnavailable.class);
            assertThat(next.get(10, TimeUnit.SECONDS)).isInstanceOf(Committed.class);
        }
    }

    @Test
    void a_file_that_cannot_be_begun_is_not_kept_open_each_time() {
        assumeTrue(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean,
                "this system does not tell how many files are open");
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Disk disk = new Disk() {
            @Override
            public void syncDirectory(Path path) throws IOException {
                if (faulty.get()) {
                    throw new IOException("Input/output error");
                }
                Disk.super.syncDirectory(path);
            }
        };
        try (EmbeddedLedger ledger = EmbeddedLedger.open(directory, CLOCK, Campus.REGISTRAR, 100, disk)) {
            Campus.found(ledger);
            faulty.set(true);
            failsWithNothingTaken(ledger, "m1");
            long open = system.getOpenFileDescriptorCount();
            for (int i = 0; i < 50; i++) {
                failsWithNothingTaken(ledger, "m1");
            }
            assertThat(system.getOpenFileDescriptorCount()).isLessThan(open + 25);

            faulty.set(false);
            assertThat(ledger.commit(Batch.of(Campus.meter("m1")))).isInstanceOf(Committed.class);
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    private static void failsWithNothingTaken(EmbeddedLedger ledger, String meter) {
        assertThatThrownBy(() -> ledger.commit(Batch.of(Campus.meter(meter))))
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        unavailable -> assertThat(unavailable.outcomeUnknown()).isFalse());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private EmbeddedLedger open(Clock clock, Signer signer, Disk disk) {
        return EmbeddedLedger.open(directory, clock, signer, LedgerFiles.SEGMENT_SIZE, disk);
    }

    /** Finds no room on the stack when it is faulty, once. */
    private class FaultySigner implements Signer {

        @Override
        public MemberId member() {
            return Campus.REGISTRAR.member();
        }

        @Override
        public VerifyingKey publicKey() {
            return Campus.REGISTRAR.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) {
            if (faulty.getAndSet(false)) {
                throw new StackOverflowError("too deep");
            }
            return Campus.REGISTRAR.sign(message);
        }
    }
}
