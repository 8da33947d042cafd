package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One ledger, and others who open it, interrupt its readers or come when it is closed. */
@Timeout(60)
class SharingTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void a_second_opening_here_does_not_open_the_door_to_another_process() throws Exception {
        try (EmbeddedLedger ledger = open()) {
            assertThatThrownBy(this::open).isInstanceOf(LedgerInUse.class).hasMessageContaining("this process");
            assertThatThrownBy(() -> open(directory.resolve("../" + directory.getFileName())))
                    .isInstanceOf(LedgerInUse.class);

            assertThat(anotherProcess()).isEqualTo("LedgerInUse");
            assertThat(ledger.height()).isZero();
        }
        assertThat(anotherProcess()).isEqualTo("opened at height 0");
        open().close();
    }

    @Test
    void an_interrupted_reader_harms_nobody_else() throws Exception {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            List<Transaction> meters = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                meters.add(Campus.meter("m" + i));
            }
            assertThat(ledger.submit(new Batch(meters)).join()).isInstanceOf(Committed.class);
        }
        try (EmbeddedLedger ledger = open()) {
            Thread reader = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    ledger.states("meter/");
                } catch (RuntimeException itsOwnAffair) {
                    Thread.currentThread().interrupt();
                }
            });
            reader.start();
            reader.join();

            assertThat(ledger.states("member/")).hasSize(2);
            assertThat(ledger.states("meter/")).hasSize(200);
            assertThat(Campus.submit(ledger, Campus.meter("late"))).isInstanceOf(Committed.class);
            assertThat(ledger.health().notes()).isEmpty();
        }
    }

    @Test
    void a_closed_ledger_says_so() {
        EmbeddedLedger ledger = open();
        Campus.found(ledger);
        ledger.close();

        CompletableFuture<?> outcome = ledger.submit(Batch.of(Campus.meter("m1")));

        assertThatThrownBy(outcome::join)
                .hasCauseInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void a_batch_beyond_what_a_block_may_hold_is_refused() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            List<Transaction> proposals = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                proposals.add(proposal("a" + i, "x".repeat(4_000_000)));
            }

            assertThat(ledger.submit(new Batch(proposals)).join()).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("batch-too-large");
                assertThat(refused.message()).contains("at most 33554432", "divide it");
            });
            assertThat(ledger.height()).isEqualTo(1);
        }
    }

    private static Transaction proposal(String id, String text) {
        MemberId operator = Campus.OPERATOR.member();
        return Campus.sign(
                id,
                new ProposeAgreement(
                        new AgreementId(id),
                        "1.0",
                        id,
                        text,
                        Hash.of(text),
                        "{}",
                        Hash.of("{}"),
                        LedgerTerms.plain(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 10, 31), ZoneOffset.UTC, "EUR"),
                        Map.of("Operator", operator)),
                Campus.OPERATOR);
    }

    private EmbeddedLedger open() {
        return open(directory);
    }

    private static EmbeddedLedger open(Path path) {
        return EmbeddedLedger.open(path, CLOCK, Campus.REGISTRAR);
    }

    private String anotherProcess() throws IOException, InterruptedException {
        Path said = directory.resolveSibling(directory.getFileName() + ".said");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecondOpener.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile())
                .start();
        other.waitFor();
        String text = Files.readString(said, StandardCharsets.UTF_8).strip();
        Files.delete(said);
        return text;
    }
}
