package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is there when a ledger on Fabric is opened again, and when nobody answers. */
@Timeout(600)
class OpeningTests {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Patience IN_VAIN = new Patience(
            Duration.ofMinutes(3), Duration.ZERO, Duration.ZERO, Duration.ofMinutes(3), Duration.ofSeconds(1));

    @TempDir
    private Path directory;

    private StandIn network;
    private Profile profile;

    @BeforeEach
    void start() {
        network = StandIn.start();
        profile = Wallet.profile(network, network.esco().issue("portal", "client"), directory.resolve("profile"), 0, 1);
        try (FabricLedger founding = open()) {
            Campus.found(founding);
        }
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private Path data() {
        return directory.resolve("ledger");
    }

    private FabricLedger open() {
        return FabricLedger.open(profile, data(), Clock.systemUTC(), Wallet.SHORT);
    }

    private FabricLedger openEvenAway(Patience patience) {
        return FabricLedger.openEvenAway(profile, data(), Clock.systemUTC(), patience);
    }

    @Test
    void opening_reads_what_is_new() {
        Transaction meter = Campus.meter("o1");
        List<Block> before;
        try (FabricLedger first = open()) {
            first.commit(Batch.of(meter));
            before = chain(first);
        }
        try (FabricLedger again = open()) {
            assertThat(network.followedFrom(0)).isEqualTo(before.size());
            assertThat(again.find(meter.id())).isPresent();
            assertThat(chain(again)).isEqualTo(before);
        }
    }

    @Test
    void an_index_that_was_damaged_is_made_again() throws IOException {
        List<Block> before;
        try (FabricLedger first = open()) {
            before = chain(first);
        }
        Path index = data().resolve("chain.mv");
        byte[] bytes = Files.readAllBytes(index);
        java.util.Arrays.fill(bytes, (byte) 7);
        Files.write(index, bytes);

        try (FabricLedger again = open()) {
            assertThat(again.health().notes()).anyMatch(note -> note.contains("chain.mv' was damaged"));
            assertThat(chain(again)).isEqualTo(before);
        }
    }

    @Test
    void an_index_that_was_lost_is_made_again() throws IOException {
        List<Block> before;
        try (FabricLedger first = open()) {
            before = chain(first);
        }
        Files.delete(data().resolve("chain.mv"));

        try (FabricLedger again = open()) {
            assertThat(chain(again)).isEqualTo(before);
        }
    }

    @Test
    void a_directory_is_that_of_one_channel() {
        try (StandIn other = StandIn.start()) {
            Profile theirs =
                    Wallet.profile(other, other.esco().issue("portal", "client"), directory.resolve("theirs"), 0, 1);
            try (FabricLedger elsewhere = foundedElsewhere(theirs)) {
                Campus.found(elsewhere);
            }

            assertThatThrownBy(() -> FabricLedger.open(theirs, data(), Clock.systemUTC(), Wallet.SHORT))
                    .isInstanceOf(OtherChannel.class)
                    .hasMessageContaining("this peer tells another chain");
            assertThatThrownBy(() -> FabricLedger.openEvenAway(theirs, data(), Clock.systemUTC(), Wallet.SHORT))
                    .isInstanceOf(OtherChannel.class);
        }
        Profile renamed = new Profile("water", profile.chaincode(), profile.identity(), profile.peers());
        assertThatThrownBy(() -> FabricLedger.open(renamed, data(), Clock.systemUTC(), Wallet.SHORT))
                .isInstanceOf(OtherChannel.class)
                .hasMessageContaining("expected channel 'water'");
    }

    private FabricLedger foundedElsewhere(Profile theirs) {
        return FabricLedger.open(theirs, directory.resolve("elsewhere"), Clock.systemUTC(), Wallet.SHORT);
    }

    @Test
    void without_any_peer_it_opens_where_asked_to_says_so_and_catches_up() throws InterruptedException {
        network.killPeer(0);
        network.killPeer(1);
        assertThatThrownBy(this::open).isInstanceOf(LedgerUnavailable.class);

        try (FabricLedger away = openEvenAway(IN_VAIN)) {
            long known = away.height();
            assertThat(known).isGreaterThan(1);
            assertThat(away.health().writable()).isFalse();
            assertThat(away.health().notes()).anyMatch(note -> note.contains("was not read to its end yet"));
            assertThatThrownBy(() -> away.commit(Batch.of(Campus.meter("o2"))))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            nothing -> assertThat(nothing.outcomeUnknown()).isFalse());
            assertThatThrownBy(away::id).isInstanceOf(LedgerUnavailable.class);
            assertThatThrownBy(() -> away.block(known)).isInstanceOf(LedgerUnavailable.class);
            try (ReadModel model = ReadModel.open(directory.resolve("model"))) {
                model.follow(away);
                network.restartPeer(0);
                network.restartPeer(1);

                awaitWritable(away);
                assertThat(Campus.submit(away, Campus.meter("o3"))).isInstanceOf(Committed.class);
                assertThat(model.awaitHeight(away.height(), LONG)).isTrue();
            }
        }
    }

    @Test
    void a_read_model_that_is_ahead_of_what_is_known_waits_and_goes_on() throws Exception {
        try (ReadModel model = ReadModel.open(directory.resolve("model"))) {
            try (FabricLedger first = open()) {
                model.catchUp(first);
            }
            Files.delete(data().resolve("chain.mv"));
            network.killPeer(0);
            network.killPeer(1);
            try (FabricLedger away = openEvenAway(IN_VAIN)) {
                assertThat(away.height()).isZero();
                model.follow(away);
                assertThat(model.failure().orElseThrow()).isInstanceOf(LedgerUnavailable.class);
                network.restartPeer(0);
                network.restartPeer(1);
                awaitWritable(away);
                Committed next = (Committed) Campus.submit(away, Campus.meter("o4"));
                assertThat(model.awaitHeight(next.block() + 1, LONG)).isTrue();
                assertThat(model.failure()).isEmpty();
            }
        }
    }

    @Test
    void a_peer_that_comes_back_without_news_is_back() throws InterruptedException {
        try (FabricLedger ledger = open()) {
            network.killPeer(0);
            network.killPeer(1);
            while (ledger.health().writable()) {
                Thread.sleep(50);
            }
            network.restartPeer(0);
            network.restartPeer(1);
            awaitWritable(ledger);
            assertThat(ledger.health().notes()).isEmpty();
        }
    }

    @Test
    void a_peer_whose_certificate_others_signed_is_not_believed() {
        Path mixed = directory.resolve("profile/tls/0.pem");
        Wallet.write(mixed, network.owner().rootPem());
        Profile wrong = new Profile(
                profile.channel(),
                profile.chaincode(),
                profile.identity(),
                List.of(new Profile.PeerAddress(network.address(0), mixed, java.util.Optional.empty())));

        assertThatThrownBy(() ->
                        FabricLedger.openEvenAway(wrong, directory.resolve("wrong"), Clock.systemUTC(), Wallet.SHORT))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining(
                        "the TLS certificate of a peer is not one that the profile's TLS roots vouch for");
    }

    @Test
    void what_was_sent_and_damaged_is_named_and_the_others_go_on() throws Exception {
        Patience hasty = new Patience(
                Duration.ofMinutes(3),
                Duration.ofMinutes(3),
                Duration.ofMinutes(3),
                Duration.ofMillis(1),
                Duration.ofDays(1));
        Transaction one = Campus.meter("o5");
        Transaction other = Campus.meter("o6");
        try (FabricLedger ledger = FabricLedger.open(profile, data(), Clock.systemUTC(), hasty)) {
            network.loseAcknowledged(2);
            for (Transaction meter : List.of(one, other)) {
                assertThatThrownBy(() -> ledger.commit(Batch.of(meter)))
                        .isInstanceOfSatisfying(
                                LedgerUnavailable.class,
                                unknown -> assertThat(unknown.outcomeUnknown()).isTrue());
            }
        }
        List<Path> sent = files(".sent");
        assertThat(sent).hasSize(2);
        byte[] bytes = Files.readAllBytes(sent.get(0));
        bytes[bytes.length / 2] ^= 1;
        Files.write(sent.get(0), bytes);

        try (FabricLedger ledger = open()) {
            assertThat(ledger.health().notes()).anyMatch(note -> note.contains(".damaged' is damaged"));
            // submitted again as it was signed, since no block holds it
            while (Stream.of(one, other)
                    .noneMatch(meter -> ledger.find(meter.id()).isPresent())) {
                Thread.sleep(50);
            }
            assertThat(files(".damaged")).hasSize(1);
            for (Transaction meter : List.of(one, other)) {
                assertThat(ledger.commit(Batch.of(meter))).isInstanceOf(Committed.class);
            }
            assertThat(chain(ledger).stream().flatMap(block -> block.transactions().stream()))
                    .containsOnlyOnce(one, other);
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(data())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static void awaitWritable(FabricLedger ledger) throws InterruptedException {
        while (!ledger.health().writable()) {
            Thread.sleep(50);
        }
    }

    private static List<Block> chain(FabricLedger ledger) {
        List<Block> blocks = new ArrayList<>();
        for (long number = 0; number < ledger.height(); number++) {
            blocks.add(ledger.block(number).orElseThrow());
        }
        return blocks;
    }
}
