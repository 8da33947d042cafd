package io.smartblocks.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.outbox.UnsteadyLedger.Line;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.MemoryLedger;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutboxTests {

    private static final Lane WEST = new Lane("west");
    private static final Lane EAST = new Lane("east");

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(Campus.NOON);
    private final MemoryLedger ledger = new MemoryLedger(clock, Campus.REGISTRAR);

    @BeforeEach
    void found() {
        Campus.found(ledger);
    }

    @Test
    void batches_of_a_lane_come_onto_the_ledger_in_their_order() {
        try (Outbox outbox = open()) {
            Transaction meter = Campus.meter("m1");
            outbox.append(WEST, Batch.of(meter));
            outbox.append(WEST, Batch.of(move("m1", "Annexe")));
            outbox.append(WEST, Batch.of(move("m1", "Attic")));

            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(3, 0));
            assertThat(ledger.block(1).orElseThrow().transactions()).containsExactly(meter);
            assertThat(sites("m1")).containsExactly("Campus", "Annexe", "Attic");
            assertThat(outbox.status()).isEqualTo(empty());
            assertThat(files()).containsExactly("lock");
        }
    }

    @Test
    void what_was_appended_is_there_after_a_restart() {
        Batch batch = Batch.of(Campus.meter("m1"), Campus.meter("m2"));
        try (Outbox outbox = open()) {
            outbox.append(WEST, batch);
        }
        clock.move(Duration.ofDays(3));
        try (Outbox outbox = open()) {
            assertThat(outbox.status().waiting()).isEqualTo(1);
            assertThat(outbox.status().oldest()).contains(Campus.NOON);

            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(1, 0));
            assertThat(ledger.block(1).orElseThrow().transactions()).isEqualTo(batch.transactions());
        }
    }

    @Test
    void a_refused_batch_is_put_aside_and_its_lane_goes_on() {
        try (Outbox outbox = open()) {
            Receipt refused = outbox.append(WEST, Batch.of(Campus.meter("m1"), move("m9", "Annexe")));
            outbox.append(WEST, Batch.of(Campus.meter("m2")));

            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(1, 1));
            assertThat(outbox.putAside()).singleElement().satisfies(aside -> {
                assertThat(aside.receipt()).isEqualTo(refused);
                assertThat(aside.lane()).isEqualTo(WEST);
                assertThat(aside.refusal().code()).isEqualTo("meter-unknown");
                assertThat(aside.refusal().transaction()).isEqualTo(1);
                assertThat(aside.refusal().message()).contains("m9");
                assertThat(aside.refusal().at()).isEqualTo(Campus.NOON);
            });
        }
        try (Outbox outbox = open()) {
            assertThat(outbox.status().putAside()).isEqualTo(1);
            assertThat(outbox.putAside().get(0).refusal().code()).isEqualTo("meter-unknown");
            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(0, 0));
        }
    }

    @Test
    void a_refused_batch_is_sent_again_on_demand_as_it_was_signed() {
        Transaction early = move("m1", "Annexe");
        try (Outbox outbox = open()) {
            Receipt receipt = outbox.append(WEST, Batch.of(early));
            outbox.forward(ledger);
            Campus.submit(ledger, Campus.meter("m1"));

            outbox.retry(receipt);
            assertThat(outbox.status().waiting()).isEqualTo(1);
            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(1, 0));
            assertThat(ledger.find(early.id())).isPresent();
            assertThat(outbox.putAside()).isEmpty();
            assertThat(files()).containsExactly("lock");
        }
    }

    @Test
    void a_refused_batch_can_be_discarded() {
        try (Outbox outbox = open()) {
            Receipt receipt = outbox.append(WEST, Batch.of(move("m9", "Annexe")));
            outbox.forward(ledger);
            outbox.discard(receipt);

            assertThat(outbox.status()).isEqualTo(empty());
            assertThat(files()).containsExactly("lock");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> outbox.retry(receipt))
                    .withMessageContaining(receipt.id());
        }
    }

    @Test
    void after_an_unknown_outcome_the_ledger_is_asked_before_it_is_sent_again() {
        Transaction meter = Campus.meter("m1");
        UnsteadyLedger unsteady = breaking(Line.BREAKS_BEFORE_THE_ANSWER);
        try (Outbox outbox = open()) {
            outbox.append(WEST, Batch.of(meter));
            assertThat(outbox.forward(unsteady.ledger())).isEqualTo(new Forwarded(0, 0));
            assertThat(outbox.status().trouble()).contains("the line broke");
            assertThat(unsteady.asked()).isEmpty();

            clock.move(Duration.ofSeconds(1));
            assertThat(outbox.forward(unsteady.ledger())).isEqualTo(new Forwarded(1, 0));
            assertThat(unsteady.asked()).containsExactly(meter.id());
            assertThat(unsteady.heard()).hasSize(1);
            assertThat(outbox.status()).isEqualTo(empty());
        }
    }

    @Test
    void what_never_arrived_is_sent_again_as_it_was_signed() {
        Batch batch = Batch.of(Campus.meter("m1"));
        UnsteadyLedger unsteady = breaking(Line.BREAKS_BEFORE_THE_LEDGER_HEARS);
        try (Outbox outbox = open()) {
            outbox.append(WEST, batch);
            outbox.forward(unsteady.ledger());
            clock.move(Duration.ofSeconds(1));

            assertThat(outbox.forward(unsteady.ledger())).isEqualTo(new Forwarded(1, 0));
            assertThat(unsteady.heard())
                    .extracting(Batch::transactions)
                    .containsExactly(batch.transactions(), batch.transactions());
        }
    }

    @Test
    void pauses_grow_while_the_ledger_is_away_for_days_and_end_when_it_is_back() {
        UnsteadyLedger away = new UnsteadyLedger(ledger, batch -> Line.IS_AWAY);
        try (Outbox outbox = open()) {
            outbox.append(WEST, Batch.of(Campus.meter("m1")));
            int seconds = 3 * 24 * 3600;
            for (int i = 0; i < seconds; i += 20) {
                outbox.forward(away.ledger());
                clock.move(Duration.ofSeconds(20));
            }
            assertThat(away.heard().size()).isBetween(seconds / 60, seconds / 60 + 10);
            assertThat(outbox.status().trouble()).contains("the ledger is away");
            assertThat(outbox.status().oldest()).contains(Campus.NOON);

            clock.move(Duration.ofMinutes(1));
            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(1, 0));
            assertThat(outbox.status()).isEqualTo(empty());
        }
    }

    @Test
    void a_clock_that_was_set_back_stops_no_lane() {
        try (Outbox outbox = open()) {
            outbox.append(WEST, Batch.of(Campus.meter("m1")));
            outbox.forward(new UnsteadyLedger(ledger, batch -> Line.IS_AWAY).ledger());
            clock.move(Duration.ofDays(-1));

            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(0, 1));
            assertThat(outbox.putAside().get(0).refusal().code()).isEqualTo("from-the-future");
        }
    }

    @Test
    void a_lane_in_trouble_does_not_hold_up_another() {
        Transaction poison = Campus.meter("m1");
        UnsteadyLedger unsteady =
                new UnsteadyLedger(ledger, batch -> batch.transactions().contains(poison) ? Line.IS_AWAY : Line.HOLDS);
        try (Outbox outbox = open()) {
            outbox.append(WEST, Batch.of(poison));
            outbox.append(WEST, Batch.of(Campus.meter("m2")));
            outbox.append(EAST, Batch.of(Campus.meter("m3")));
            outbox.append(EAST, Batch.of(Campus.meter("m4")));

            assertThat(outbox.forward(unsteady.ledger())).isEqualTo(new Forwarded(2, 0));
            assertThat(ledger.states("meter/"))
                    .extracting(entry -> entry.key().value())
                    .containsExactly("meter/m3", "meter/m4");
            assertThat(outbox.status().waiting()).isEqualTo(2);
        }
    }

    @Test
    void the_same_signed_batch_keeps_its_receipt() {
        Batch batch = Batch.of(move("m9", "Annexe"));
        try (Outbox outbox = open()) {
            Receipt receipt = outbox.append(WEST, batch);
            assertThat(outbox.append(WEST, batch)).isEqualTo(receipt);
            assertThat(outbox.status().waiting()).isEqualTo(1);
            outbox.forward(ledger);

            assertThat(outbox.append(WEST, batch)).isEqualTo(receipt);
            assertThat(outbox.putAside()).isEmpty();
            assertThat(outbox.status().waiting()).isEqualTo(1);
        }
    }

    @Test
    void a_full_outbox_says_so_and_takes_batches_again_when_it_has_emptied() {
        long room = 3000;
        try (Outbox outbox = Outbox.open(directory, clock, room)) {
            outbox.append(WEST, Batch.of(Campus.meter("m1")));
            outbox.append(WEST, Batch.of(Campus.meter("m2")));
            assertThatThrownBy(() ->
                            outbox.append(WEST, Batch.of(Campus.meter("m3"), Campus.meter("m4"), Campus.meter("m5"))))
                    .isInstanceOf(OutboxFull.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("at most " + room + " bytes")
                    .hasMessageContaining("2 waiting");
            outbox.forward(ledger);

            outbox.append(WEST, Batch.of(Campus.meter("m3")));
            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(1, 0));
        }
    }

    @Test
    void a_second_opener_is_turned_away() {
        try (Outbox outbox = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(OutboxInUse.class)
                    .hasMessageContaining("outbox '" + directory)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
            outbox.append(WEST, Batch.of(Campus.meter("m1")));
        }
        open().close();
    }

    @Test
    void a_damaged_entry_is_named_and_set_apart_and_the_others_go_on() throws IOException {
        Receipt hurt;
        try (Outbox outbox = open()) {
            hurt = outbox.append(WEST, Batch.of(Campus.meter("m1")));
            outbox.append(WEST, Batch.of(Campus.meter("m2")));
        }
        flipABitOf(hurt);
        try (Outbox outbox = open()) {
            assertThat(outbox.status().damaged())
                    .singleElement()
                    .asString()
                    .contains(hurt + ".waiting", hurt + ".damaged", "hash");
            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(1, 0));
        }
        try (Outbox outbox = open()) {
            assertThat(outbox.status().damaged()).singleElement().asString().contains(hurt + ".damaged");
            assertThat(outbox.append(WEST, Batch.of(Campus.meter("m3"))).sequence())
                    .isGreaterThan(hurt.sequence());
        }
    }

    @Test
    void an_entry_that_is_damaged_while_it_waits_is_set_apart_when_its_turn_comes() throws IOException {
        try (Outbox outbox = open()) {
            Receipt hurt = outbox.append(WEST, Batch.of(Campus.meter("m1")));
            outbox.append(WEST, Batch.of(Campus.meter("m2")));
            flipABitOf(hurt);

            assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(1, 0));
            assertThat(outbox.status().damaged()).hasSize(1);
            assertThat(outbox.status().waiting()).isZero();
        }
    }

    @Test
    void a_closed_outbox_takes_nothing() {
        Outbox outbox = open();
        outbox.close();

        assertThatThrownBy(() -> outbox.append(WEST, Batch.of(Campus.meter("m1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(directory.toString());
        assertThat(outbox.forward(ledger)).isEqualTo(new Forwarded(0, 0));
    }

    @Test
    void a_forwarder_sends_what_is_appended_while_it_runs() throws InterruptedException {
        try (Outbox outbox = open();
                Forwarder forwarder = outbox.keepForwarding(ledger)) {
            for (int i = 0; i < 20; i++) {
                outbox.append(new Lane("lane-" + i % 3), Batch.of(Campus.meter("m" + i)));
            }
            while (outbox.status().waiting() > 0) {
                Thread.sleep(5);
            }
            assertThat(forwarder).isNotNull();
            assertThat(ledger.states("meter/")).hasSize(20);
        }
    }

    private UnsteadyLedger breaking(Line first) {
        int[] attempts = {0};
        return new UnsteadyLedger(ledger, batch -> attempts[0]++ == 0 ? first : Line.HOLDS);
    }

    private void flipABitOf(Receipt receipt) throws IOException {
        Path file = directory.resolve(receipt + ".waiting");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
    }

    private List<String> sites(String meter) {
        return ledger.history(StateKey.meter(new MeterId(meter))).stream()
                .map(version -> ((MeterState) version.state()).site())
                .toList();
    }

    private static Transaction move(String meter, String site) {
        return Campus.sign("move-" + meter + "-" + site, new AssignMeter(new MeterId(meter), site), Campus.OPERATOR);
    }

    private static OutboxStatus empty() {
        return new OutboxStatus(0, Optional.empty(), 0, List.of(), 0, Optional.empty());
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private Outbox open() {
        return Outbox.open(directory, clock);
    }
}
