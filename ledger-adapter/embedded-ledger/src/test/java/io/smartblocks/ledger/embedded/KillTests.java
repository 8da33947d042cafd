package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KillTests {

    private static final int ROUNDS = 8;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 40;

    @TempDir
    private Path directory;

    private final Map<TransactionId, Long> acknowledged = new HashMap<>();
    private Signer registrar;

    @Test
    void a_killed_process_loses_nothing_acknowledged_and_doubles_nothing() throws Exception {
        found();
        for (int round = 0; round < ROUNDS; round++) {
            writeAndKill(round);
            try (EmbeddedLedger ledger = open()) {
                acknowledged.forEach((id, block) ->
                        assertThat(ledger.find(id)).map(TransactionPlace::block).contains(block));
            }
        }
        VerificationReport report = LedgerVerification.verify(directory.resolve("ledger"));
        assertThat(report.problems()).isEmpty();
        assertThat(report.transactions()).isGreaterThan(acknowledged.size());
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ACKNOWLEDGED_BEFORE_KILL);
    }

    private void writeAndKill(int round) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        directory.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = writer.inputReader()) {
            for (int i = 0; i < ACKNOWLEDGED_BEFORE_KILL + round; i++) {
                takeDown(output.readLine());
            }
            if (round == 0) {
                assertThatThrownBy(this::open)
                        .isInstanceOf(LedgerInUse.class)
                        .hasMessageContaining("another process (pid " + writer.pid() + ")");
            }
            // through its handle, which leaves what it wrote to be read
            writer.toHandle().destroyForcibly();
            readToTheEnd(output);
        }
        writer.waitFor();
    }

    private void readToTheEnd(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null) {
            String next = output.readLine();
            // the last line may have been cut by the kill
            if (next != null || line.length() > 70) {
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

    private void found() {
        for (String member : Set.of("registrar", "operator")) {
            KilledWriter.keys(directory, member)
                    .create(new MemberId(member), KeyPair.generate(), KilledWriter.PASSWORD, Campus.NOON);
        }
        registrar = KilledWriter.signer(directory, "registrar");
        Signer operator = KilledWriter.signer(directory, "operator");
        Transaction founding = Campus.sign(
                LedgerId.NONE,
                "found",
                new FoundLedger("Campus", registrar.member(), "R", registrar.publicKey()),
                registrar);
        try (EmbeddedLedger ledger = open()) {
            ledger.submit(Batch.of(
                            founding,
                            Campus.sign(
                                    LedgerId.of(founding),
                                    "join",
                                    new RegisterMember(
                                            operator.member(),
                                            "O",
                                            operator.member(),
                                            Set.of(Role.METER_OPERATOR),
                                            operator.publicKey()),
                                    registrar)))
                    .join();
        }
    }

    private EmbeddedLedger open() {
        return EmbeddedLedger.open(directory.resolve("ledger"), Clock.fixed(Campus.NOON, ZoneOffset.UTC), registrar);
    }
}
