package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.TransactionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes as eight members is killed at random moments, again and again. */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KillTests {

    private static final int ROUNDS_ON_ONE_LEDGER = 10;
    private static final int MOST_ACKNOWLEDGED = 150;
    private static final int MOST_MILLIS = 900;

    @TempDir
    private Path directory;

    private final Random chance = new Random(Long.getLong("seed", 20261102));
    private final Map<TransactionId, Long> acknowledged = new HashMap<>();
    private int ledgers;
    private int killedEarly;
    private int torn;

    @Test
    void a_killed_process_loses_nothing_acknowledged_and_doubles_nothing() throws Exception {
        long start = System.nanoTime();
        long all = 0;
        int rounds = Acceptance.rounds(15, 200);
        for (int round = 0; round < rounds; round++) {
            if (round % ROUNDS_ON_ONE_LEDGER == 0) {
                all += acknowledged.size();
                begin(round);
            }
            writeAndKill(round);
            check(round);
        }
        all += acknowledged.size();
        assertThat(all).isGreaterThan(rounds * 20L);
        Acceptance.tell("kill -9 %d times under 8 writers, %d of them before the first acknowledgement: %d acknowledged"
                        .formatted(rounds, killedEarly, all)
                + ", none lost or doubled, %d writes cut short; %d s"
                        .formatted(torn, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
    }

    @Test
    void a_second_process_is_told_which_one_has_the_ledger() throws Exception {
        begin(0);
        Process writer = KilledWriter.start(ledger(), "0");
        try (BufferedReader output = writer.inputReader()) {
            assertThat(output.readLine()).isEqualTo(KilledWriter.OPENED);
            assertThatThrownBy(() -> KilledWriter.open(ledger()))
                    .isInstanceOf(LedgerInUse.class)
                    .hasMessageContaining("another process (pid " + writer.pid() + ")");
        } finally {
            writer.destroyForcibly().waitFor();
        }
        KilledWriter.open(ledger()).close();
    }

    private Path ledger() {
        return directory.resolve("ledger-" + ledgers);
    }

    private void begin(int round) {
        ledgers = round;
        acknowledged.clear();
        try (EmbeddedLedger ledger = KilledWriter.open(ledger())) {
            KilledWriter.found(ledger);
        }
    }

    private void check(int round) {
        VerificationReport asLeft = LedgerVerification.verify(ledger());
        assertThat(asLeft.problems()).as("after kill %d", round).isEmpty();
        torn += asLeft.notes().stream().anyMatch(note -> note.contains("not finished")) ? 1 : 0;
        try (EmbeddedLedger ledger = KilledWriter.open(ledger())) {
            acknowledged.forEach((id, block) -> assertThat(ledger.find(id))
                    .as("after kill %d", round)
                    .map(TransactionPlace::block)
                    .contains(block));
            // what was committed and not acknowledged stands whole as well
            assertThat(ledger.states("meter/"))
                    .hasSizeGreaterThanOrEqualTo(acknowledged.size())
                    .allMatch(entry -> entry.state() instanceof MeterState)
                    .hasSize((int) asLeft.transactions() - 1 - KilledWriter.WRITERS);
        }
    }

    private void writeAndKill(int round) throws Exception {
        Process writer = KilledWriter.start(ledger(), Integer.toString(round));
        try (BufferedReader output = writer.inputReader()) {
            int before = acknowledged.size();
            if (chance.nextInt(5) == 0) {
                Thread.sleep(chance.nextInt(MOST_MILLIS));
            } else {
                assertThat(output.readLine()).isEqualTo(KilledWriter.OPENED);
                for (int left = 1 + chance.nextInt(MOST_ACKNOWLEDGED); left > 0; left--) {
                    takeDown(output.readLine());
                }
                TimeUnit.MICROSECONDS.sleep(chance.nextInt(3000));
            }
            // through its handle, which leaves what it wrote to be read
            writer.toHandle().destroyForcibly();
            readToTheEnd(output);
            killedEarly += acknowledged.size() == before ? 1 : 0;
        }
        writer.waitFor();
    }

    private void readToTheEnd(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null) {
            String next = output.readLine();
            boolean whole = next != null || line.matches("ack \\d+ [0-9a-f]{64}");
            // the last line may have been cut by the kill
            if (whole && !line.equals(KilledWriter.OPENED)) {
                takeDown(line);
            }
            line = next;
        }
    }

    private void takeDown(String line) {
        assertThat(line).as("the writer ended early").isNotNull().startsWith("ack ");
        String[] parts = line.split(" ");
        assertThat(acknowledged.put(TransactionId.of(parts[2]), Long.parseLong(parts[1])))
                .isNull();
    }
}
