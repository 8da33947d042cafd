package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.embedded.LedgerVerification;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.LedgerHome;
import io.smartblocks.portal.cli.SmartBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that is killed again and again settles every period once all the same. */
class KilledSweepTests {

    private static final int AGREEMENTS = 15;
    private static final int MONTHS = 12;
    private static final int KILLS = 4;

    private static final String SUPPLY = """
            contract "Supply %d" version 1.0.
            in force from 1 January 2025 to 31 December 2025.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party ESCO is "Lumen".
            party Client is "Mill".
            meter Heat Meter reads kWh every 1 day from "meter/heat".
            period Billing Month is every 1 month from 1 January 2025, settled 5 working days after its end.
            Heat Charge is the total of Heat Meter over Billing Month * 0.11 EUR per kWh.
            Charged is the previous Charged + Heat Charge, starting at 0 EUR.
            clause 1.1 "Heat":
              Client shall pay Heat Charge to ESCO within 14 days after settlement.
            clause 1.2 "Limit":
              when Charged is above 1,000,000 EUR, settlement is held.
            when readings of Heat Meter are missing, hold settlement, notify Client.
            """;

    @TempDir
    private Path data;

    @Test
    void every_period_is_settled_exactly_once() throws Exception {
        prepare();
        Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            Process sweep = runDue();
            killOnceGrownBy(1 + random.nextInt(60_000), sweep);
        }
        assertThat(settled()).as("settled before the last run").isBetween(1, AGREEMENTS * MONTHS - 1);
        Process last = runDue();
        assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();

        assertThat(LedgerVerification.verify(data.resolve("ledger")).problems()).isEmpty();
        try (Ledger ledger = LedgerHome.open(data, Clock.systemUTC())) {
            List<StateEntry> settlements = ledger.states("settlement/");
            assertThat(settlements).hasSize(AGREEMENTS * MONTHS);
            long committed = LongStream.range(0, ledger.height())
                    .mapToObj(number -> ledger.block(number).orElseThrow())
                    .flatMap(block -> block.transactions().stream())
                    .filter(transaction -> transaction.body().payload().family().equals("settlement"))
                    .count();
            assertThat(committed).isEqualTo(AGREEMENTS * MONTHS);
        }
    }

    /** Kills the process as soon as the ledger's files have grown by so many bytes: in the middle of its commits. */
    private void killOnceGrownBy(long bytes, Process sweep) throws IOException, InterruptedException {
        long before = ledgerSize();
        while (sweep.isAlive() && ledgerSize() < before + bytes) {
            Thread.sleep(1);
        }
        assertThat(sweep.destroyForcibly().waitFor())
                .as("it was killed, it did not end")
                .isNotZero();
    }

    /** Only the folder of the blocks: beside it the sweep swaps files that may be gone before they are looked at. */
    private long ledgerSize() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("ledger/blocks"))) {
            return files.filter(file -> file.toString().endsWith(".blocks"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private int settled() {
        try (Ledger ledger = LedgerHome.open(data, Clock.systemUTC())) {
            return ledger.states("settlement/").size();
        }
    }

    private Process runDue() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmartBlocks.class.getName(),
                        "run-due",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A year of heat for many agreements, of which nothing is settled yet. */
    private void prepare() {
        Clock clock = Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC);
        Signer registrar = Signer.of(new MemberId("registrar"), KeyPair.generate());
        try (Ledger ledger = LedgerHome.open(data, clock)) {
            ledger.submit(Batch.of(Transaction.sign(
                            LedgerId.NONE,
                            new FoundLedger("test", registrar.member(), "Registrar", registrar.publicKey()),
                            new RequestKey("found"),
                            clock.instant(),
                            registrar)))
                    .join();
            Estate estate = new Estate(ledger, registrar, clock, data);
            estate.meter("heat", "heat", "kWh", "P1D", ZoneId.of("Europe/Dublin"));
            estate.dailyReadings("heat", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
            for (int i = 0; i < AGREEMENTS; i++) {
                estate.active("supply-" + i, SUPPLY.formatted(i));
            }
        }
    }
}
