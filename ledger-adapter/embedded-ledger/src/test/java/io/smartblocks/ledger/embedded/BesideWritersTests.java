package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.audit.Known;
import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.audit.ProofCheck;
import io.smartblocks.ledger.embedded.copy.Copied;
import io.smartblocks.ledger.embedded.copy.LedgerCopies;
import io.smartblocks.ledger.transaction.TransactionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What reads the files of a ledger alone, while another process writes to it as eight members at once. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BesideWritersTests {

    private static final int BETWEEN_ROUNDS = 40;

    @TempDir
    private Path directory;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<Copied> copies = new ArrayList<>();

    @Test
    void verifying_backing_up_exporting_and_proving_find_all_that_was_acknowledged() throws Exception {
        long start = System.nanoTime();
        try (EmbeddedLedger ledger = KilledWriter.open(ledger())) {
            KilledWriter.found(ledger);
        }
        Process writer = KilledWriter.start(ledger(), "beside");
        Thread listening = new Thread(() -> listen(writer));
        listening.start();
        int rounds = Acceptance.rounds(3, 20);
        try {
            assertThat(said.take()).isEqualTo(KilledWriter.OPENED);
            for (int i = 0; i < rounds; i++) {
                round(i);
            }
            assertThat(writer.isAlive()).isTrue();
        } finally {
            writer.destroyForcibly().waitFor();
            listening.join();
        }
        compare();
        Acceptance.tell("%d times verified, backed up, exported and proved beside 8 writers; %d blocks; %d s"
                .formatted(
                        rounds,
                        StoredBlocks.in(ledger()).height(),
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
    }

    private void listen(Process writer) {
        try (BufferedReader output = writer.inputReader()) {
            output.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException ended) {
            said.add("ended: " + ended);
        }
    }

    private void round(int number) throws InterruptedException {
        String[] acknowledged = {};
        for (int i = 0; i < BETWEEN_ROUNDS; i++) {
            acknowledged = said.take().split(" ");
            assertThat(acknowledged[0]).isEqualTo("ack");
        }
        long block = Long.parseLong(acknowledged[1]);

        VerificationReport report = LedgerVerification.verify(ledger());
        assertThat(report.problems()).as("round %d", number).isEmpty();
        assertThat(report.blocks()).isGreaterThan(block);
        for (Copied copy :
                List.of(LedgerCopies.backup(ledger(), backups()), LedgerCopies.export(ledger(), exported(number)))) {
            assertThat(copy.height()).as("round %d", number).isGreaterThan(block);
            copies.add(copy);
        }
        Proof proof = new Proving(StoredBlocks.in(ledger()), true)
                .transaction(TransactionId.of(acknowledged[2]))
                .orElseThrow();
        assertThat(proof.proved().block()).isEqualTo(block);
        Known node = new Known(Optional.empty(), Optional.empty(), Optional.of(KilledWriter.NODE.publicKey()));
        assertThat(ProofCheck.check(proof, node).faults())
                .as("round %d", number)
                .isEmpty();
    }

    /** Each copy is what the ledger was at its height, also after the writers were killed. */
    private void compare() throws IOException {
        try (EmbeddedLedger ledger = KilledWriter.open(ledger())) {
            for (Copied copy : copies) {
                assertThat(ledger.block(copy.height() - 1).orElseThrow().hash()).isEqualTo(copy.headHash());
            }
        }
        Copied last = copies.get(copies.size() - 1);
        Path imported = directory.resolve("imported");
        Path restored = directory.resolve("restored");
        assertThat(LedgerCopies.restore(last.place(), imported).headHash()).isEqualTo(last.headHash());
        assertThat(LedgerCopies.restore(backups(), restored).headHash())
                .isEqualTo(copies.get(copies.size() - 2).headHash());
        assertThat(LedgerVerification.verify(ledger()).problems()).isEmpty();
        try (var files = Files.list(backups())) {
            assertThat(files.filter(file -> file.toString().endsWith(".ledger")))
                    .hasSize(copies.size() / 2);
        }
    }

    private Path ledger() {
        return directory.resolve("ledger");
    }

    private Path backups() {
        return directory.resolve("backup");
    }

    private Path exported(int number) {
        return directory.resolve("exported-" + number + ".ledger");
    }
}
