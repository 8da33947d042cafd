package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench ledger}: how fast blocks reach the disk. */
@Command(name = "ledger", description = "Measure blocks a second with synced writes, in a directory of its own.")
final class BenchLedgerCommand implements Callable<Integer> {

    @Option(
            names = "--batches",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many batches to commit; default ${DEFAULT-VALUE}.")
    private int batches;

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many transactions a batch holds; default ${DEFAULT-VALUE}.")
    private int transactions;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "On which disk; the files are removed afterwards; default: the one you are in.")
    private Path parent = Path.of(".");

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory(parent, "smartblocks-bench");
        try {
            Clock clock = Clock.systemUTC();
            report(List.of(
                    Row.of("one by one", LedgerBench.oneByOne(directory.resolve("one"), clock, batches, transactions)),
                    Row.of("together", LedgerBench.together(directory.resolve("all"), clock, batches, transactions))));
        } finally {
            remove(directory);
        }
        return ExitCode.DONE;
    }

    private void report(List<Row> rows) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, rows);
            return;
        }
        rows.forEach(row -> out.printf(
                "%-10s  %,d blocks and %,d transactions in %,d ms: %,d blocks/s, %,d transactions/s%n",
                row.submitted(),
                row.blocks(),
                row.transactions(),
                row.milliseconds(),
                row.blocksPerSecond(),
                row.transactionsPerSecond()));
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One measurement. */
    record Row(
            String submitted,
            long blocks,
            long transactions,
            long milliseconds,
            long blocksPerSecond,
            long transactionsPerSecond) {

        static Row of(String submitted, LedgerBench.Result result) {
            return new Row(
                    submitted,
                    result.blocks(),
                    result.transactions(),
                    result.took().toMillis(),
                    result.blocksPerSecond(),
                    result.transactionsPerSecond());
        }
    }
}
