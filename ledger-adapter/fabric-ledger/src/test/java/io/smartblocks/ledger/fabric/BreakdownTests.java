package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
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
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is too large, kept nowhere, overtaken, or vouched for by nobody: told as it is, and never half done. */
@Timeout(600)
class BreakdownTests {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    private static Path directory;

    private static StandIn network;
    private static Profile profile;
    private static int names;
    private final List<Stage> stages = new CopyOnWriteArrayList<>();
    private FabricLedger ledger;

    @BeforeAll
    static void start() {
        network = StandIn.start();
        Credentials client = network.esco().issue("portal", "client");
        profile = Wallet.profile(network, client, directory.resolve("esco"), 0, 1);
        try (FabricLedger founding = open("ledger", Wallet.SHORT)) {
            Campus.found(founding);
        }
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @BeforeEach
    void open() {
        ledger = open("ledger", Wallet.SHORT);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static FabricLedger open(String name, Patience patience) {
        return FabricLedger.open(profile, directory.resolve(name), Clock.systemUTC(), patience);
    }

    @Test
    void ten_megabytes_are_refused_before_anybody_is_asked() {
        Transaction huge =
                Campus.sign("huge", new AssignMeter(new MeterId("m"), "x".repeat(10 << 20)), Campus.OPERATOR);

        assertThat(ledger.submit(Batch.of(huge), stages::add).join()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("batch-too-large");
            assertThat(refused.message()).contains("expected at most 4194304", "divide it into several");
        });
        assertThat(stages).isEmpty();
        assertThat(kept("ledger")).isEmpty();
    }

    @Test
    void what_the_orderers_find_too_large_is_not_taken_and_not_kept() {
        Transaction meter = meter();
        network.takeAtMost(1000);
        try {
            assertThatThrownBy(() -> carry(meter))
                    .isInstanceOfSatisfying(LedgerUnavailable.class, broken -> {
                        assertThat(broken.outcomeUnknown()).isFalse();
                        assertThat(broken.stage()).isEqualTo(Stage.SUBMITTED);
                    })
                    .hasMessageContaining("the orderers take nothing so large, divide it into several batches")
                    .hasMessageContaining("exceeds maximum allowed 1000 bytes");
            assertThat(stages).containsExactly(Stage.PROPOSED, Stage.ENDORSED);
            assertThat(kept("ledger")).isEmpty();
        } finally {
            network.takeUsual();
        }
        assertThat(ledger.commit(Batch.of(meter))).isInstanceOf(Committed.class);
        assertThat(times(meter)).isEqualTo(1);
    }

    @Test
    void what_listed_states_that_came_since_is_endorsed_anew() {
        Transaction meter = meter();
        int height = height();
        network.faults().phantom(2);

        assertThat(ledger.commit(Batch.of(meter))).isInstanceOf(Committed.class);
        assertThat(height()).isGreaterThanOrEqualTo(height + 3);
        assertThat(times(meter)).isEqualTo(1);
        assertThat(kept("ledger")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "CANCELLED"})
    void when_its_peer_dies_or_stops_endorsing_another_endorses(Status.Code end) throws InterruptedException {
        try (StandIn either = StandIn.start(1)) {
            Credentials client = either.esco().issue("portal", "client");
            Profile both = Wallet.profile(either, client, directory.resolve(end.name()), 0, 1);
            try (FabricLedger carried =
                    FabricLedger.open(both, directory.resolve(end + "-ledger"), Clock.systemUTC(), Wallet.SHORT)) {
                Campus.found(carried);
                Transaction meter = meter();
                either.faults().holdEndorsement(end);
                CompletableFuture<Submission> outcome = carried.submit(Batch.of(meter));
                either.faults().awaitHeld();
                either.killPeer(0);

                assertThat(outcome.join()).isInstanceOf(Committed.class);
                assertThat(times(carried, meter)).isEqualTo(1);
            }
        }
    }

    @Test
    void orderers_that_are_away_for_too_long_leave_it_open_and_take_it_once_when_they_are_back()
            throws InterruptedException {
        Transaction meter = meter();
        try (FabricLedger hasty = open("hasty", new Patience(LONG, LONG, LONG, SHORT, SHORT));
                BlockStream blocks = hasty.blocks(hasty.height())) {
            network.killOrderer();
            try {
                assertThatThrownBy(() -> hasty.commit(Batch.of(meter)))
                        .isInstanceOfSatisfying(LedgerUnavailable.class, unknown -> {
                            assertThat(unknown.outcomeUnknown()).isTrue();
                            assertThat(unknown.stage()).isEqualTo(Stage.SUBMITTED);
                        })
                        .hasMessageContaining("it is submitted again");
                assertThat(kept("hasty")).hasSize(1);
            } finally {
                network.restartOrderer();
            }
            assertThat(blocks.next(LONG))
                    .hasValueSatisfying(
                            block -> assertThat(block.transactions()).containsExactly(meter));
        }
        assertThat(ledger.commit(Batch.of(meter))).isInstanceOf(Committed.class);
        assertThat(times(meter)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_kept_is_not_submitted() throws IOException {
        Transaction meter = meter();
        int height = height();
        Path away = directory.resolve("away");
        try (FabricLedger keeping = open("keeping", new Patience(LONG, LONG, LONG, LONG, LONG))) {
            Files.move(directory.resolve("keeping"), away);
            try {
                assertThatThrownBy(() -> outcome(keeping.submit(Batch.of(meter), stages::add)))
                        .isInstanceOfSatisfying(LedgerUnavailable.class, broken -> {
                            assertThat(broken.outcomeUnknown()).isFalse();
                            assertThat(broken.stage()).isEqualTo(Stage.SUBMITTED);
                        })
                        .hasMessageContaining("nothing is submitted that cannot be kept")
                        .hasMessageContaining("cannot be written");
                assertThat(stages).containsExactly(Stage.PROPOSED, Stage.ENDORSED);
            } finally {
                Files.move(away, directory.resolve("keeping"));
            }
            assertThat(keeping.commit(Batch.of(meter))).isInstanceOf(Committed.class);
        }
        assertThat(height()).isEqualTo(height + 1);
        assertThat(times(meter)).isEqualTo(1);
    }

    @Test
    void what_two_chaincodes_answer_differently_is_told_and_nothing_is_taken() {
        Transaction meter = meter();
        int height = height();
        network.faults().otherCode("OwnerMSP");
        try (FabricLedger hasty = open("other-code", new Patience(LONG, LONG, SHORT, LONG, SHORT))) {
            assertThatThrownBy(() -> hasty.commit(Batch.of(meter)))
                    .isInstanceOfSatisfying(LedgerUnavailable.class, broken -> {
                        assertThat(broken.outcomeUnknown()).isFalse();
                        assertThat(broken.stage()).isEqualTo(Stage.ENDORSED);
                    })
                    .hasMessageContaining("ProposalResponsePayloads do not match");
            assertThat(kept("other-code")).isEmpty();
            assertThat(height()).isEqualTo(height);
        } finally {
            network.faults().sameCode();
        }
        assertThat(ledger.commit(Batch.of(meter))).isInstanceOf(Committed.class);
        assertThat(times(meter)).isEqualTo(1);
    }

    private void carry(Transaction transaction) throws Throwable {
        outcome(ledger.submit(Batch.of(transaction), stages::add));
    }

    private static void outcome(CompletableFuture<Submission> underway) throws Throwable {
        try {
            underway.join();
        } catch (CompletionException broken) {
            throw broken.getCause();
        }
    }

    private static int height() {
        network.awaitLevel();
        return network.height(0);
    }

    private static Transaction meter() {
        return Campus.meter("b" + ++names);
    }

    private long times(Transaction transaction) {
        return times(ledger, transaction);
    }

    private static long times(FabricLedger on, Transaction transaction) {
        long times = 0;
        for (long number = 0; number < on.height(); number++) {
            Block block = on.block(number).orElseThrow();
            times += block.transactions().stream().filter(transaction::equals).count();
        }
        return times;
    }

    private static List<Path> kept(String name) {
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".sent")).toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
