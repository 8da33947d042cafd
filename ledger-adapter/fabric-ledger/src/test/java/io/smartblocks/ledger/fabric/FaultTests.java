package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.fabric.standin.Credentials;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever breaks in between: nothing is lost, nothing happens twice, and the submitter is told the truth. */
@Timeout(600)
class FaultTests {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static StandIn network;
    private static Profile profile;
    private FabricLedger ledger;

    @BeforeAll
    static void start() {
        network = StandIn.start();
        Credentials client = network.esco().issue("portal", "client");
        profile = Wallet.profile(network, client, directory.resolve("esco"), 0, 1);
        try (FabricLedger founding = open(profile, "ledger", Wallet.SHORT)) {
            Campus.found(founding);
        }
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @BeforeEach
    void open() {
        ledger = open(profile, "ledger", Wallet.SHORT);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static FabricLedger open(Profile profile, String name, Patience patience) {
        return FabricLedger.open(profile, directory.resolve(name), Clock.systemUTC(), patience);
    }

    @Test
    void what_was_acknowledged_and_lost_is_submitted_again_as_it_was_signed() {
        Transaction meter = meter();
        network.loseAcknowledged(1);

        assertThat(ledger.commit(Batch.of(meter))).isInstanceOf(Committed.class);
        assertThat(times(meter)).isEqualTo(1);
        assertThat(kept()).isEmpty();
    }

    @Test
    void what_nobody_was_told_of_comes_onto_the_ledger_after_a_restart() {
        Transaction meter = meter();
        Patience impatient = new Patience(
                Duration.ofMinutes(3),
                Duration.ofMinutes(3),
                Duration.ofMinutes(3),
                Duration.ofSeconds(2),
                Duration.ofDays(1));
        try (FabricLedger hasty = open(profile, "hasty", impatient)) {
            network.loseAcknowledged(1);
            assertThatThrownBy(() -> hasty.commit(Batch.of(meter)))
                    .isInstanceOfSatisfying(LedgerUnavailable.class, unknown -> {
                        assertThat(unknown.outcomeUnknown()).isTrue();
                        assertThat(unknown.stage()).isEqualTo(Stage.COMMITTED);
                    });
            assertThat(hasty.find(meter.id())).isEmpty();
        }
        try (FabricLedger again = open(profile, "hasty", Wallet.SHORT)) {
            assertThat(again.commit(Batch.of(meter))).isInstanceOf(Committed.class);
            assertThat(again.find(meter.id())).isPresent();
        }
        assertThat(times(meter)).isEqualTo(1);
    }

    @Test
    void when_its_peer_dies_another_organisation_s_peer_tells_the_outcome() throws InterruptedException {
        Transaction meter = meter();
        network.cutAfter(Duration.ofDays(1));
        try {
            CompletableFuture<Boolean> submitted = new CompletableFuture<>();
            CompletableFuture<Submission> outcome = ledger.submit(Batch.of(meter), stage -> {
                if (stage == Stage.SUBMITTED) {
                    submitted.complete(true);
                }
            });
            submitted.join();
            network.killPeer(0);
            network.cutAfter(Duration.ofMillis(20));

            assertThat(outcome.join()).isInstanceOf(Committed.class);
            assertThat(ledger.find(meter.id())).isPresent();
        } finally {
            network.cutAfter(Duration.ofMillis(20));
            network.restartPeer(0);
        }
        assertThat(ledger.commit(Batch.of(meter()))).isInstanceOf(Committed.class);
        assertThat(times(meter)).isEqualTo(1);
    }

    @Test
    void a_killed_orderer_holds_up_and_loses_nothing() throws InterruptedException {
        Transaction meter = meter();
        network.killOrderer();
        CompletableFuture<Submission> outcome = ledger.submit(Batch.of(meter));
        network.awaitTurnedAway(2);
        assertThat(outcome).isNotDone();
        network.restartOrderer();

        assertThat(outcome.join()).isInstanceOf(Committed.class);
        assertThat(times(meter)).isEqualTo(1);
    }

    @Test
    void a_killed_chaincode_holds_up_only() throws InterruptedException {
        network.killChaincode(1);
        CompletableFuture<Submission> outcome = ledger.submit(Batch.of(meter()));
        network.awaitNotLaunched(1, 2);
        assertThat(outcome).isNotDone();
        network.restartChaincode(1);

        assertThat(outcome.join()).isInstanceOf(Committed.class);
    }

    @Test
    void what_stands_is_read_from_another_peer_when_the_chaincode_of_one_is_gone() {
        Transaction meter = meter();
        ledger.commit(Batch.of(meter));
        network.killChaincode(0);
        try {
            assertThat(ledger.find(meter.id())).isPresent();
        } finally {
            network.restartChaincode(0);
        }
        assertThat(ledger.commit(Batch.of(meter()))).isInstanceOf(Committed.class);
    }

    @Test
    void without_the_other_organisation_nothing_is_taken_and_that_is_said() {
        Patience impatient = new Patience(
                Duration.ofMinutes(3),
                Duration.ofMinutes(3),
                Duration.ofSeconds(1),
                Duration.ofMinutes(3),
                Duration.ofSeconds(1));
        try (FabricLedger hasty = open(profile, "alone", impatient)) {
            network.killPeer(1);
            assertThatThrownBy(() -> hasty.commit(Batch.of(meter())))
                    .isInstanceOfSatisfying(LedgerUnavailable.class, broken -> {
                        assertThat(broken.outcomeUnknown()).isFalse();
                        assertThat(broken.stage()).isEqualTo(Stage.ENDORSED);
                    })
                    .hasMessageContaining("no peer combination can satisfy the endorsement policy");
        } finally {
            network.restartPeer(1);
        }
    }

    @Test
    void endorsements_that_do_not_match_are_asked_for_again() {
        network.faults().mismatch(3);

        assertThat(ledger.commit(Batch.of(meter()))).isInstanceOf(Committed.class);
    }

    @Test
    void writers_of_one_key_overtake_each_other_and_all_come_through() {
        String meter = "f" + NAMES.incrementAndGet();
        ledger.commit(Batch.of(Campus.meter(meter)));
        List<CompletableFuture<Submission>> outcomes = IntStream.range(0, 8)
                .mapToObj(i -> ledger.submit(Batch.of(Campus.sign(
                        meter + "-" + i, new AssignMeter(new MeterId(meter), "Site " + i), Campus.OPERATOR))))
                .toList();

        assertThat(outcomes).extracting(CompletableFuture::join).allMatch(Committed.class::isInstance);
    }

    @Test
    void six_hundred_at_once_all_come_through_and_none_twice() {
        List<Transaction> meters =
                IntStream.range(0, 600).mapToObj(i -> meter()).toList();
        List<CompletableFuture<Submission>> outcomes = new ArrayList<>();
        long before = ledger.height();
        meters.forEach(meter -> outcomes.add(ledger.submit(Batch.of(meter))));

        assertThat(outcomes).extracting(CompletableFuture::join).allMatch(Committed.class::isInstance);
        assertThat(LongStream.range(before, ledger.height())
                        .mapToObj(number -> ledger.block(number).orElseThrow())
                        .flatMap(block -> block.transactions().stream()))
                .containsExactlyInAnyOrderElementsOf(meters);
    }

    @Test
    void an_expired_certificate_is_told_by_health_and_by_the_peers() {
        Credentials old = network.esco().issue("old", "client", Instant.now().minusSeconds(60));
        Profile expired = Wallet.profile(network, old, directory.resolve("old"), 0);
        assertThatThrownBy(() -> open(expired, "old-ledger", Wallet.SHORT).close())
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("the certificate of this client expired at ");
    }

    @Test
    void the_other_organisation_reads_the_same_chain() throws InterruptedException {
        Credentials owner = network.owner().issue("owner", "client");
        Profile theirs = Wallet.profile(network, owner, directory.resolve("owner"), 1);
        long block = ((Committed) ledger.commit(Batch.of(meter()))).block();
        try (FabricLedger other = open(theirs, "owner-ledger", Wallet.SHORT);
                BlockStream blocks = other.blocks(0)) {
            for (long number = 0; number <= block; number++) {
                assertThat(blocks.next(Duration.ofMinutes(2))).isEqualTo(ledger.block(number));
            }
            assertThat(other.block(block)).isEqualTo(ledger.block(block));
            assertThat(other.channelBlock(block).orElseThrow().hash())
                    .isEqualTo(ledger.channelBlock(block).orElseThrow().hash());
        }
    }

    @Test
    void one_directory_serves_one_ledger() {
        assertThatThrownBy(() -> open(profile, "ledger", Wallet.SHORT)).hasMessageContaining("is in use");
    }

    private static Transaction meter() {
        return Campus.meter("f" + NAMES.incrementAndGet());
    }

    private long times(Transaction transaction) {
        long times = 0;
        for (long number = 0; number < ledger.height(); number++) {
            Block block = ledger.block(number).orElseThrow();
            times += block.transactions().stream().filter(transaction::equals).count();
        }
        return times;
    }

    private static List<Path> kept() {
        try (Stream<Path> files = Files.list(directory.resolve("ledger"))) {
            return files.filter(file -> file.toString().endsWith(".sent")).toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
