package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedLedgerTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void a_block_that_was_just_written_is_followed_as_it_is_read_from_its_file() throws InterruptedException {
        try (EmbeddedLedger ledger = open()) {
            BlockStream stream = ledger.blocks(0);
            Campus.found(ledger);
            Campus.submit(ledger, Campus.meter("m1"));

            for (long number = 0; number < ledger.height(); number++) {
                assertThat(stream.next()).isEqualTo(ledger.block(number));
            }
        }
        try (EmbeddedLedger opened = open()) {
            assertThat(opened.blocks(1).next()).isEqualTo(opened.block(1)).isPresent();
        }
    }

    @Test
    void of_the_blocks_that_were_written_last_only_so_many_bytes_are_kept() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Campus.submit(ledger, Campus.meter("m1"));
            RecentBlocks recent = new RecentBlocks();
            recent.add(ledger.block(0).orElseThrow(), 3 << 20);
            assertThat(recent.block(0)).isPresent();

            recent.add(ledger.block(1).orElseThrow(), 2 << 20);

            assertThat(recent.block(0)).isEmpty();
            assertThat(recent.block(1)).isPresent();
        }
    }

    @Test
    void a_committed_batch_can_be_found_read_and_followed() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Transaction meter = Campus.meter("m1");
            Submission outcome = Campus.submit(ledger, meter);

            assertThat(outcome).isEqualTo(new Committed(1, List.of(meter.id())));
            assertThat(ledger.find(meter.id())).contains(new TransactionPlace(1, 0, 0));
            assertThat(ledger.state(StateKey.meter(new MeterId("m1")), MeterState.class))
                    .map(MeterState::label)
                    .contains("Meter m1");
            assertThat(ledger.states("member/")).hasSize(2);
            Block block = ledger.block(1).orElseThrow();
            assertThat(block.header().previousHash())
                    .isEqualTo(ledger.block(0).orElseThrow().hash());
            assertThat(block.transactions()).containsExactly(meter);
            assertThat(ledger.height()).isEqualTo(2);
        }
    }

    @Test
    void a_refused_batch_leaves_nothing_behind() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Transaction stranger =
                    Campus.sign("m2", Campus.meterPayload("m2"), Signer.of(new MemberId("nobody"), KeyPair.generate()));
            Submission outcome = Campus.submit(ledger, Campus.meter("m1"), stranger);

            assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("signer-unknown");
                assertThat(refused.transaction()).isEqualTo(1);
                assertThat(refused.message()).contains("'nobody'");
            });
            assertThat(ledger.height()).isEqualTo(1);
            assertThat(ledger.state(StateKey.meter(new MeterId("m1")))).isEmpty();
        }
    }

    @Test
    void a_signature_with_another_key_is_refused() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Signer impostor = Signer.of(Campus.OPERATOR.member(), KeyPair.generate());

            assertThat(Campus.submit(ledger, Campus.sign("m1", Campus.meterPayload("m1"), impostor)))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("signature-wrong"));
        }
    }

    @Test
    void another_body_under_a_signed_id_is_refused() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Transaction honest = Campus.meter("m1");
            Transaction other = Campus.meter("m2");
            Transaction forged = new Transaction(honest.id(), other.body(), honest.signature());

            assertThat(Campus.submit(ledger, honest, forged))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("signature-wrong"));
        }
    }

    @Test
    void a_repeated_request_gives_its_first_outcome_again() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Transaction first = Campus.meter("m1");
            Transaction later = Transaction.sign(
                    Campus.ID,
                    Campus.meterPayload("m1"),
                    first.body().requestKey(),
                    Campus.NOON.plusSeconds(9),
                    Campus.OPERATOR);
            Submission outcome = Campus.submit(ledger, first);

            assertThat(Campus.submit(ledger, first)).isEqualTo(outcome);
            assertThat(Campus.submit(ledger, later)).isEqualTo(outcome);
            assertThat(ledger.height()).isEqualTo(2);
        }
    }

    @Test
    void a_request_key_cannot_be_used_for_something_else() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Campus.submit(ledger, Campus.meter("m1"));
            Transaction other = Campus.sign("meter-m1", Campus.meterPayload("m2"), Campus.OPERATOR);

            assertThat(Campus.submit(ledger, other)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("request-key-used");
                assertThat(refused.message()).contains("'meter-m1'", "block 1");
            });
        }
    }

    @Test
    void the_same_request_from_many_threads_happens_once() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Transaction meter = Campus.meter("m1");
            List<CompletableFuture<Submission>> outcomes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                outcomes.add(ledger.submit(Batch.of(meter)));
            }

            assertThat(outcomes)
                    .extracting(CompletableFuture::join)
                    .containsOnly(new Committed(1, List.of(meter.id())));
        }
    }

    @Test
    void submitters_who_wait_together_share_blocks() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            int writers = 8;
            int each = 25;
            List<Transaction> signed = new ArrayList<>();
            for (int i = 0; i < writers * each; i++) {
                signed.add(Campus.meter("m" + i));
            }
            List<CompletableFuture<Void>> threads = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                List<Transaction> share = signed.subList(w * each, (w + 1) * each);
                threads.add(CompletableFuture.runAsync(
                        () -> share.stream()
                                .map(transaction -> ledger.submit(Batch.of(transaction)))
                                .toList()
                                .forEach(CompletableFuture::join),
                        command -> new Thread(command).start()));
            }
            threads.forEach(CompletableFuture::join);

            assertThat(ledger.states("meter/")).hasSize(writers * each);
            assertThat(ledger.height()).isLessThan(writers * each);
        }
    }

    @Test
    void block_time_never_goes_back_when_the_clock_does() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
        }
        Clock earlier = Clock.offset(CLOCK, Duration.ofMinutes(-3));
        try (EmbeddedLedger ledger = EmbeddedLedger.open(directory, earlier, Campus.REGISTRAR)) {
            Campus.submit(ledger, Campus.meter("m1"));

            assertThat(ledger.block(1).orElseThrow().header().time()).isEqualTo(Campus.NOON);
        }
    }

    @Test
    void a_clock_that_was_set_back_is_reported() {
        try (EmbeddedLedger ledger = open()) {
            assertThat(ledger.metrics().lastBlock()).isEmpty();
            Campus.found(ledger);
            assertThat(ledger.health().notes()).isEmpty();
            assertThat(ledger.metrics().clockBehind()).isZero();
        }
        Clock earlier = Clock.offset(CLOCK, Duration.ofMinutes(-3));
        try (EmbeddedLedger ledger = EmbeddedLedger.open(directory, earlier, Campus.REGISTRAR)) {
            assertThat(ledger.health().notes())
                    .containsExactly("this machine's clock is 180 s behind the last block; blocks keep the time "
                            + Campus.NOON + " until it has caught up: check the clock");
            assertThat(ledger.metrics().clockBehind()).hasMinutes(3);
        }
    }

    @Test
    void its_size_can_be_told_at_any_time() throws IOException {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Campus.submit(ledger, Campus.meter("m1"), Campus.meter("m2"));
            LedgerMetrics metrics = ledger.metrics();

            assertThat(metrics.height()).isEqualTo(2);
            assertThat(metrics.transactions()).isEqualTo(4);
            assertThat(metrics.transactionsPerBlock()).isEqualTo(2);
            assertThat(metrics.states()).isEqualTo(ledger.states("").size());
            assertThat(metrics.bytesOfBlocks())
                    .isEqualTo(Files.size(directory.resolve("blocks").resolve("000000000000.blocks")));
            assertThat(metrics.bytesOfIndex()).isPositive();
            assertThat(metrics.batchesWaiting()).isZero();
            assertThat(metrics.lastBlock()).contains(Campus.NOON);
        }
        try (EmbeddedLedger ledger = open()) {
            assertThat(ledger.metrics().bytesOfBlocks())
                    .isEqualTo(Files.size(directory.resolve("blocks").resolve("000000000000.blocks")));
        }
    }

    @Test
    void a_stream_replays_and_then_follows_until_it_is_closed() throws InterruptedException {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            BlockStream stream = ledger.blocks(0);
            assertThat(stream.next()).map(Block::number).contains(0L);
            assertThat(stream.next(Duration.ofMillis(20))).isEmpty();

            CompletableFuture<Submission> meter = ledger.submit(Batch.of(Campus.meter("m1")));
            assertThat(stream.next()).map(Block::number).contains(1L);
            assertThat(stream.position()).isEqualTo(2);
            assertThat(meter.join()).isInstanceOf(Committed.class);

            stream.close();
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void history_tells_what_stood_before() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Campus.submit(ledger, Campus.meter("m1"));
            Campus.submit(ledger, Campus.sign("move", new AssignMeter(new MeterId("m1"), "Annexe"), Campus.OPERATOR));

            assertThat(ledger.history(StateKey.meter(new MeterId("m1"))))
                    .extracting(StateVersion::block, version -> ((MeterState) version.state()).site())
                    .containsExactly(tuple(1L, "Campus"), tuple(2L, "Annexe"));
        }
    }

    @Test
    void only_its_signer_learns_what_became_of_a_request() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Transaction first = Campus.meter("m1");
            Submission outcome = Campus.submit(ledger, first);
            Signer forger = Signer.of(Campus.OPERATOR.member(), KeyPair.generate());
            Transaction forged = Transaction.sign(
                    Campus.ID,
                    Campus.meterPayload("m1"),
                    first.body().requestKey(),
                    Campus.NOON.plusSeconds(9),
                    forger);
            Transaction sameBody = new Transaction(first.id(), first.body(), forged.signature());

            assertThat(List.of(Campus.submit(ledger, forged), Campus.submit(ledger, sameBody)))
                    .allSatisfy(answer -> assertThat(answer)
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    refused -> assertThat(refused.code()).isEqualTo("signature-wrong")));
            assertThat(Campus.submit(ledger, first)).isEqualTo(outcome);
            assertThat(ledger.height()).isEqualTo(2);
        }
    }

    @Test
    void evidence_from_the_future_is_refused() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            Transaction early = Transaction.sign(
                    Campus.ID,
                    Campus.meterPayload("m1"),
                    new RequestKey("early"),
                    Campus.NOON.plus(Duration.ofMinutes(6)),
                    Campus.OPERATOR);

            assertThat(Campus.submit(ledger, early))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("from-the-future"));
        }
    }

    @Test
    void a_directory_in_use_is_not_opened_again() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            assertThatThrownBy(this::open)
                    .isInstanceOf(LedgerInUse.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
            assertThat(Campus.submit(ledger, Campus.meter("m1"))).isInstanceOf(Committed.class);
        }
        open().close();
    }

    @Test
    void a_ledger_is_not_opened_with_another_signer() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
        }
        assertThatThrownBy(() -> EmbeddedLedger.open(directory, CLOCK, Campus.OPERATOR))
                .isInstanceOf(LedgerOfAnotherKey.class)
                .hasMessageContaining("registrar");
        open().close();
    }

    @Test
    void a_closed_ledger_takes_nothing() {
        EmbeddedLedger ledger = open();
        Campus.found(ledger);
        ledger.close();

        assertThatThrownBy(() -> ledger.submit(Batch.of(Campus.founding())).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(LedgerUnavailable.class);
    }

    private EmbeddedLedger open() {
        return EmbeddedLedger.open(directory, CLOCK, Campus.REGISTRAR);
    }
}
