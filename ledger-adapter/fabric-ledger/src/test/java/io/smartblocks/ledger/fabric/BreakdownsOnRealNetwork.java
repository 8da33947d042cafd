package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is too large, too much, overdue or vouched for by one alone, on Fabric's own binaries; where {@code FABRIC_BIN} is set. */
@Timeout(600)
class BreakdownsOnRealNetwork {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    private static Path directory;

    private static RealNetwork network;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        network = RealNetwork.start(directory);
        try (FabricLedger ledger = network.open("esco", directory.resolve("founding"))) {
            Campus.found(ledger);
            assertThat(ledger.commit(Batch.of(Campus.meter("m")))).isInstanceOf(Committed.class);
        }
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        network.close();
    }

    @Test
    void ten_megabytes_are_refused_and_almost_four_are_decided() {
        Transaction huge = assigned("huge", 10 << 20);
        Transaction large = assigned("large", (4 << 20) - 4096);
        try (FabricLedger ledger = network.open("esco", directory.resolve("sizes"))) {
            assertThat(ledger.commit(Batch.of(huge)))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("batch-too-large"));
            Submission decided = ledger.commit(Batch.of(large));
            // the families bound a site's name by themselves: what is asked here is that every peer decides a batch so
            // large
            assertThat(decided)
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isNotEqualTo("batch-too-large"));
        }
    }

    private static Transaction assigned(String request, int letters) {
        return Campus.sign(request, new AssignMeter(new MeterId("m"), "x".repeat(letters)), Campus.OPERATOR);
    }

    @Test
    void six_hundred_at_once_all_come_through_and_none_twice() {
        Patience patience = new Patience(LONG, LONG, LONG, LONG, Duration.ofSeconds(10));
        try (FabricLedger ledger = network.open("esco", directory.resolve("crowd"), patience)) {
            List<Transaction> meters = IntStream.range(0, 600)
                    .mapToObj(i -> Campus.meter("crowd-" + i))
                    .toList();
            List<CompletableFuture<Submission>> outcomes = new ArrayList<>();
            meters.forEach(meter -> outcomes.add(ledger.submit(Batch.of(meter))));

            assertThat(outcomes).extracting(CompletableFuture::join).allMatch(Committed.class::isInstance);
            meters.forEach(meter -> assertThat(ledger.find(meter.id()))
                    .as(meter.id().toString())
                    .isPresent());
            IntStream.range(0, 600)
                    .forEach(i -> assertThat(times(ledger, "crowd-" + i)).isEqualTo(1));
        }
    }

    @Test
    void an_orderer_that_is_away_for_too_long_leaves_it_open_and_takes_it_once_when_it_is_back() throws Exception {
        Transaction meter = Campus.meter("overdue");
        try (FabricLedger hasty =
                network.open("esco", directory.resolve("hasty"), new Patience(LONG, LONG, LONG, SHORT, SHORT))) {
            network.kill("orderer");
            try {
                assertThatThrownBy(() -> hasty.commit(Batch.of(meter)))
                        .isInstanceOfSatisfying(LedgerUnavailable.class, unknown -> {
                            assertThat(unknown.outcomeUnknown()).isTrue();
                            assertThat(unknown.stage()).isEqualTo(Stage.SUBMITTED);
                        });
                assertThat(kept("hasty")).hasSize(1);
            } finally {
                network.start("orderer");
            }
        }
        try (FabricLedger ledger = network.open("esco", directory.resolve("hasty"))) {
            assertThat(ledger.commit(Batch.of(meter))).isInstanceOf(Committed.class);
            assertThat(times(ledger, "overdue")).isEqualTo(1);
        }
    }

    @Test
    void while_an_organisations_peer_stays_away_nothing_is_taken() throws Exception {
        try (FabricLedger hasty =
                network.open("esco", directory.resolve("alone"), new Patience(LONG, LONG, SHORT, LONG, SHORT))) {
            network.kill("owner-peer");
            try {
                nothingTaken(hasty, Campus.meter("alone"), "");
                assertThat(kept("alone")).isEmpty();
            } finally {
                network.start("owner-peer");
            }
        }
        takenOnce("alone", "again");
    }

    @Test
    void whoever_dies_while_many_are_endorsed_loses_none_and_doubles_none() throws Exception {
        List<String> names = IntStream.range(0, 100).mapToObj(i -> "dying-" + i).toList();
        List<String> taken = new ArrayList<>();
        try (FabricLedger ledger = network.open("esco", directory.resolve("dying"))) {
            List<CompletableFuture<Submission>> outcomes = names.stream()
                    .map(name -> ledger.submit(Batch.of(Campus.meter(name))))
                    .toList();
            network.kill("esco-peer");
            network.start("esco-peer");
            for (int i = 0; i < names.size(); i++) {
                try {
                    assertThat(outcomes.get(i).join()).isInstanceOf(Committed.class);
                    taken.add(names.get(i));
                } catch (CompletionException away) {
                    assertThat(away).hasCauseInstanceOf(LedgerUnavailable.class);
                    assertThat(((LedgerUnavailable) away.getCause()).outcomeUnknown())
                            .as(away.getMessage())
                            .isFalse();
                }
            }
        }
        try (FabricLedger other = network.open("owner", directory.resolve("witness"))) {
            names.forEach(name -> assertThat(times(other, name)).as(name).isEqualTo(taken.contains(name) ? 1 : 0));
        }
        assertThat(taken).isNotEmpty();
    }

    @Test
    void what_a_chaincode_changed_by_one_organisation_writes_is_not_taken() throws Exception {
        Path changed = OtherChaincode.of(TrialNetwork.builtChaincode(), directory.resolve("changed.jar"));
        network.kill("owner-chaincode");
        network.start("owner-chaincode", changed);
        try (FabricLedger hasty = network.open(
                "esco", directory.resolve("changed"), new Patience(LONG, LONG, UNTIL_IT_ANSWERS, LONG, SHORT))) {
            nothingTaken(hasty, Campus.meter("changed"), "ProposalResponsePayloads do not match");
        } finally {
            network.kill("owner-chaincode");
            network.start("owner-chaincode");
        }
        takenOnce("changed", "changed-back");
    }

    @Test
    void an_expired_certificate_is_told_before_anything_is_submitted() throws Exception {
        Path profile = ExpiredClient.profile(network, directory.resolve("expired"));
        assertThatThrownBy(() -> FabricLedger.open(
                                Profile.read(profile),
                                directory.resolve("expired-ledger"),
                                Clock.systemUTC(),
                                Patience.USUAL)
                        .close())
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("the certificate of this client expired at ");
    }

    private static void nothingTaken(FabricLedger ledger, Transaction transaction, String words) {
        assertThatThrownBy(() -> ledger.commit(Batch.of(transaction)))
                .isInstanceOfSatisfying(LedgerUnavailable.class, broken -> {
                    assertThat(broken.outcomeUnknown()).isFalse();
                    assertThat(broken.stage()).isEqualTo(Stage.ENDORSED);
                })
                .hasMessageContaining(words);
    }

    private static void takenOnce(String meter, String name) {
        try (FabricLedger ledger = network.open("esco", directory.resolve(name))) {
            assertThat(times(ledger, meter)).isZero();
            assertThat(ledger.commit(Batch.of(Campus.meter(meter)))).isInstanceOf(Committed.class);
            assertThat(times(ledger, meter)).isEqualTo(1);
        }
    }

    private static int times(FabricLedger ledger, String meter) {
        return ledger.history(StateKey.meter(new MeterId(meter))).size();
    }

    private static List<Path> kept(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".sent")).toList();
        }
    }
}
