package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens when submitters' own threads take blocks to the disk. */
@Timeout(60)
class CommittingTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);
    private static final int WRITERS = 8;

    @TempDir
    private Path directory;

    private final Queue<Transaction> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger names = new AtomicInteger();

    @Test
    void a_submitter_whose_thread_is_interrupted_harms_nobody() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Thread.currentThread().interrupt();
            for (int i = 0; i < 50; i++) {
                assertThat(ledger.commit(Batch.of(Campus.meter("m" + i)))).isInstanceOf(Committed.class);
            }
            assertThat(Thread.interrupted()).isTrue();
            assertThat(ledger.health().writable()).isTrue();
            assertThat(ledger.health().notes()).isEmpty();
            assertThat(ledger.height()).isEqualTo(51);
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    @Test
    void submitters_that_are_interrupted_at_any_moment_harm_nobody() throws Exception {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Thread[] writers = writers(ledger, 100);
            for (int i = 0; alive(writers); i++) {
                writers[i % WRITERS].interrupt();
                Thread.sleep(1);
            }
            assertThat(ledger.health().notes()).isEmpty();
            assertThat(acknowledged).hasSize(WRITERS * 100);
        }
        everythingAcknowledgedStands();
    }

    @Test
    void closing_while_many_submit_loses_nothing_that_was_acknowledged() throws Exception {
        EmbeddedLedger ledger = open();
        Campus.found(ledger);
        Thread[] writers = writers(ledger, Integer.MAX_VALUE);
        while (acknowledged.size() < 200) {
            Thread.sleep(1);
        }
        ledger.close();
        for (Thread writer : writers) {
            writer.join();
        }
        everythingAcknowledgedStands();
    }

    private Thread[] writers(EmbeddedLedger ledger, int batches) {
        Thread[] writers = new Thread[WRITERS];
        for (int i = 0; i < WRITERS; i++) {
            boolean waits = i % 4 != 0;
            writers[i] = new Thread(() -> write(ledger, batches, waits));
            writers[i].start();
        }
        return writers;
    }

    private void write(EmbeddedLedger ledger, int batches, boolean waits) {
        for (int i = 0; i < batches; i++) {
            Transaction meter = Campus.meter("w" + names.incrementAndGet());
            Batch batch = Batch.of(meter);
            try {
                assertThat(waits ? ledger.commit(batch) : ledger.submit(batch).join())
                        .isInstanceOf(Committed.class);
                acknowledged.add(meter);
            } catch (LedgerUnavailable closed) {
                assertThat(closed.stage()).isEqualTo(Stage.PROPOSED);
                return;
            } catch (CompletionException closed) {
                assertThat(closed).hasCauseInstanceOf(LedgerUnavailable.class);
                return;
            }
        }
    }

    private static boolean alive(Thread[] writers) {
        for (Thread writer : writers) {
            if (writer.isAlive()) {
                return true;
            }
        }
        return false;
    }

    private void everythingAcknowledgedStands() {
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
        try (EmbeddedLedger ledger = open()) {
            assertThat(acknowledged)
                    .allMatch(meter -> ledger.find(meter.id()).isPresent())
                    .hasSize(ledger.states("meter/").size());
        }
    }

    // small files, so that new ones are begun now and then
    private EmbeddedLedger open() {
        return EmbeddedLedger.open(directory, CLOCK, Campus.REGISTRAR, 20_000, Disk.REAL);
    }
}
