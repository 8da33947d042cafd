package io.smartblocks.ledger.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.TransactionId;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway and its outbox are killed; the ledger lives on in this process. */
class OutboxKillTests {

    private static final int ROUNDS = 5;

    @TempDir
    Path directory;

    private final Random random = new Random(20261123);
    private int stored = -1;
    private int answersLost;

    @Test
    void a_gateway_that_is_killed_loses_no_stored_page_doubles_none_and_keeps_their_order() throws Exception {
        for (String member : List.of("registrar", "operator")) {
            EdgeProcess.keys(directory, member)
                    .create(
                            new MemberId(member),
                            KeyPair.generate(),
                            EdgeProcess.password(),
                            GatewayFixture.CLOCK.instant());
        }
        try (Ledger ledger = GatewayFixture.ledger(
                directory.resolve("ledger"),
                EdgeProcess.signer(directory, "registrar"),
                EdgeProcess.signer(directory, "operator"),
                new Interval("PT1H"),
                "kWh",
                ZoneOffset.UTC)) {
            assertThat(ledger).isInstanceOf(EmbeddedLedger.class);
            for (int round = 0; round < ROUNDS; round++) {
                forwardAndKill(ledger, 5 + random.nextInt(60));
            }
            assertThat(answersLost)
                    .as("kills between the commit and its answer")
                    .isPositive();

            try (Outbox outbox = Outbox.open(directory.resolve("outbox"), GatewayFixture.CLOCK)) {
                EdgeGateway.Delivery rest = new EdgeGateway(
                                ledger.id(), EdgeProcess.signer(directory, "operator"), GatewayFixture.CLOCK, outbox)
                        .forward(ledger);
                assertThat(rest.waiting()).isZero();
                assertThat(rest.refused()).isEmpty();
            }
            List<LocalDate> days = daysInOrderOfBlocks(ledger);
            assertThat(days).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(stored);
            assertThat(days).startsWith(EdgeProcess.FIRST).contains(EdgeProcess.FIRST.plusDays(stored));
            assertThat(ledger.states("readings/"))
                    .hasSize(days.size())
                    .allSatisfy(entry -> assertThat(((ReadingsState) entry.state()).revision())
                            .isZero());
        }
    }

    /** Answers so many lines of the gateway, then kills it: before an answer, or while it does something else. */
    private void forwardAndKill(Ledger ledger, int lines) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PipedEdge.class.getName(),
                        directory.toString(),
                        ledger.id().toString(),
                        Integer.toString(stored + 1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader();
                BufferedWriter answers = process.outputWriter()) {
            int left = lines;
            String line = said.readLine();
            while (line != null) {
                Optional<String> answer = answer(line, ledger);
                left--;
                if (left <= 0 && process.isAlive()) {
                    answersLost += line.startsWith("submit ") ? 1 : 0;
                    process.toHandle().destroyForcibly();
                } else if (answer.isPresent()) {
                    tell(answers, answer.get());
                }
                line = said.readLine();
            }
        } catch (IOException pipeOfAKilledProcess) {
            assertThat(process.waitFor()).isNotZero();
        }
        process.waitFor();
    }

    private Optional<String> answer(String line, Ledger ledger) {
        String rest = line.substring(line.indexOf(' ') + 1);
        if (line.startsWith("stored ")) {
            stored = Integer.parseInt(rest);
            return Optional.empty();
        }
        if (line.startsWith("find ")) {
            return Optional.of(ledger.find(new TransactionId(new Hash(rest)))
                    .map((TransactionPlace place) -> CanonicalJson.write(place))
                    .orElse("absent"));
        }
        Submission outcome = ledger.submit(Batch.fromJson(rest)).join();
        return Optional.of(
                outcome instanceof Submission.Committed committed
                        ? "committed " + committed.block()
                        : "refused " + ((Submission.Refused) outcome).code() + " "
                                + ((Submission.Refused) outcome).message());
    }

    private static void tell(BufferedWriter answers, String answer) throws IOException {
        answers.write(answer);
        answers.newLine();
        answers.flush();
    }

    private static List<LocalDate> daysInOrderOfBlocks(Ledger ledger) {
        List<LocalDate> days = new ArrayList<>();
        for (long number = 0; number < ledger.height(); number++) {
            ledger.block(number)
                    .orElseThrow()
                    .transactions()
                    .forEach(transaction -> EdgeFixture.dayOf(transaction).ifPresent(days::add));
        }
        return days;
    }
}
