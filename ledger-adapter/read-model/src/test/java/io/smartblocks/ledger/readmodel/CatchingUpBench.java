package io.smartblocks.ledger.readmodel;

import com.sun.management.OperatingSystemMXBean;
import io.smartblocks.ledger.readmodel.ChainFixture.Step;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Measures how fast a read model catches up: start {@code main} with the class path of the tests. */
final class CatchingUpBench {

    private static final int TRANSACTIONS = 20_000;
    private static final int IN_A_BLOCK = 100;
    private static final int WARM_UP = 2_000;
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

    private CatchingUpBench() {}

    public static void main(String[] arguments) throws IOException {
        BlocksLedger warmUp = ledger(WARM_UP);
        BlocksLedger ledger = ledger(TRANSACTIONS);
        for (TestedDatabase database : TestedDatabase.values()) {
            run(database, warmUp);
            long cpu = cpu();
            Duration took = run(database, ledger);
            long cpuTook = (cpu() - cpu) / 1_000_000;
            System.out.printf(
                    "%s: %d transactions, of them %d pages and %d settlements, in %d blocks took %d ms, %d a second,"
                            + " %d ms of this process on a processor%n",
                    database,
                    TRANSACTIONS,
                    TRANSACTIONS / 2,
                    TRANSACTIONS / 4,
                    ledger.height(),
                    took.toMillis(),
                    TRANSACTIONS * 1000L / took.toMillis(),
                    cpuTook);
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static Duration run(TestedDatabase database, BlocksLedger ledger) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "bench");
        try (ReadModel model = database.home(folder).open()) {
            long begun = System.nanoTime();
            model.catchUp(ledger);
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /** Half of it pages of a day in quarters of an hour, a quarter settlements, a quarter payments. */
    private static BlocksLedger ledger(int transactions) {
        ChainFixture chain = new ChainFixture("runtime.bright-esco");
        chain.add(StoryFixture.founded());
        for (int block = 0; block < transactions / IN_A_BLOCK; block++) {
            int first = block * IN_A_BLOCK;
            chain.addOneBatchEach(IntStream.range(first, first + IN_A_BLOCK)
                    .mapToObj(CatchingUpBench::step)
                    .toList());
        }
        return new BlocksLedger(chain::blocks);
    }

    private static Step step(int number) {
        String day = FIRST_DAY.plusDays(number).toString();
        return switch (number % 4) {
            case 0, 1 ->
                StoryFixture.recorded(StoryFixture.page(
                        day, LongStream.range(number, number + 96).boxed().toArray(Long[]::new)));
            case 2 -> StoryFixture.settled(day, number, SettlementViewTests.STATEMENT);
            default ->
                EvidenceFixture.paid(EvidenceFixture.payment(EvidenceFixture.SETTLEMENT, 1, "12.50", "RF-" + number));
        };
    }
}
