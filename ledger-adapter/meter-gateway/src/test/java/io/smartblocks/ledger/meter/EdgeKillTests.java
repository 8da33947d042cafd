package io.smartblocks.ledger.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.transaction.Interval;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeKillTests {

    private static final int ROUNDS = 6;
    private static final Pattern STORED = Pattern.compile("stored (\\d+)\\.");

    @TempDir
    Path directory;

    private int stored = -1;

    @Test
    void a_gateway_that_is_killed_with_its_ledger_loses_no_stored_page_doubles_none_and_keeps_their_order()
            throws Exception {
        for (String member : List.of("registrar", "operator")) {
            EdgeProcess.keys(directory, member)
                    .create(
                            new MemberId(member),
                            KeyPair.generate(),
                            EdgeProcess.password(),
                            GatewayFixture.CLOCK.instant());
        }
        GatewayFixture.ledger(
                        directory.resolve("ledger"),
                        EdgeProcess.signer(directory, "registrar"),
                        EdgeProcess.signer(directory, "operator"),
                        new Interval("PT1H"),
                        "kWh",
                        ZoneOffset.UTC)
                .close();
        Random random = new Random(20261122);
        for (int round = 0; round < ROUNDS; round++) {
            storeAndKill(10 + random.nextInt(60));
        }

        try (Ledger ledger = EmbeddedLedger.open(
                        directory.resolve("ledger"), GatewayFixture.CLOCK, EdgeProcess.signer(directory, "registrar"));
                Outbox outbox = Outbox.open(directory.resolve("outbox"), GatewayFixture.CLOCK)) {
            EdgeGateway.Delivery rest = new EdgeGateway(
                            ledger.id(), EdgeProcess.signer(directory, "operator"), GatewayFixture.CLOCK, outbox)
                    .forward(ledger);
            assertThat(rest.waiting()).isZero();
            assertThat(rest.refused()).isEmpty();
            List<LocalDate> days = daysInOrderOfBlocks(ledger);
            assertThat(days).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(stored);
            assertThat(days).startsWith(EdgeProcess.FIRST).contains(EdgeProcess.FIRST.plusDays(stored));
            assertThat(ledger.states("readings/"))
                    .hasSize(days.size())
                    .allSatisfy(entry -> assertThat(((ReadingsState) entry.state()).revision())
                            .isZero());
        }
    }

    private void storeAndKill(int pages) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EdgeProcess.class.getName(),
                        directory.toString(),
                        Integer.toString(stored + 1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            int until = stored + pages;
            String line = output.readLine();
            while (line != null) {
                Matcher matcher = STORED.matcher(line);
                stored = matcher.matches() ? Integer.parseInt(matcher.group(1)) : stored;
                if (stored >= until && process.isAlive()) {
                    process.toHandle().destroyForcibly();
                }
                line = output.readLine();
            }
        }
        process.waitFor();
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
