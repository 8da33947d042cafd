package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each process of Fabric is killed while members submit; run where {@code FABRIC_BIN} is set. */
@Timeout(600)
class FaultsOnRealNetwork {

    private static final int SUBMITTERS = 4;
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static RealNetwork network;

    private final ConcurrentLinkedQueue<String> committed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> untaken = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> unknown = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        network = RealNetwork.start(directory);
        try (FabricLedger ledger = network.open("esco", directory.resolve("founding"))) {
            Campus.found(ledger);
        }
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"esco-peer", "owner-peer", "orderer", "esco-chaincode", "owner-chaincode"})
    void nothing_is_lost_and_nothing_happens_twice_when_a_process_is_killed(String process) throws Exception {
        try (FabricLedger ledger = network.open("esco", directory.resolve("ledger-" + process))) {
            AtomicBoolean enough = new AtomicBoolean();
            ExecutorService submitters = Executors.newFixedThreadPool(SUBMITTERS);
            for (int i = 0; i < SUBMITTERS; i++) {
                submitters.execute(() -> {
                    while (!enough.get()) {
                        submit(ledger, "fault-" + NAMES.incrementAndGet());
                    }
                });
            }
            awaitMore(10);
            network.kill(process);
            network.start(process);
            awaitMore(10);
            enough.set(true);
            submitters.shutdown();
            assertThat(submitters.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        }
        // the other organisation sees the same
        try (FabricLedger other = network.open("owner", directory.resolve("other-" + process))) {
            committed.forEach(meter -> assertThat(times(other, meter)).as(meter).isEqualTo(1));
            untaken.forEach(meter -> assertThat(times(other, meter)).as(meter).isZero());
            unknown.forEach(meter -> {
                assertThat(other.commit(Batch.of(Campus.meter(meter)))).isInstanceOf(Committed.class);
                assertThat(times(other, meter)).as(meter).isEqualTo(1);
            });
        }
    }

    @Test
    void what_was_committed_stands_after_all_of_it_was_stopped() throws Exception {
        Transaction meter = Campus.meter("kept");
        try (FabricLedger ledger = network.open("esco", directory.resolve("before"))) {
            assertThat(ledger.commit(Batch.of(meter))).isInstanceOf(Committed.class);
            network.restart();
            assertThat(ledger.commit(Batch.of(Campus.meter("later")))).isInstanceOf(Committed.class);
            assertThat(ledger.find(meter.id())).isPresent();
        }
    }

    private void submit(FabricLedger ledger, String meter) {
        try {
            assertThat(ledger.commit(Batch.of(Campus.meter(meter)))).isInstanceOf(Committed.class);
            committed.add(meter);
        } catch (LedgerUnavailable away) {
            (away.outcomeUnknown() ? unknown : untaken).add(meter);
        }
    }

    private void awaitMore(int meters) throws InterruptedException {
        int expected = committed.size() + meters;
        while (committed.size() < expected) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static int times(FabricLedger ledger, String meter) {
        return ledger.history(StateKey.meter(new MeterId(meter))).size();
    }
}
