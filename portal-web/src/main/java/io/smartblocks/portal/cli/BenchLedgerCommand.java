package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerBench;
import io.smartblocks.ledger.embedded.LedgerBench.Throughput;
import io.smartblocks.ledger.embedded.PagesBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench ledger}: how fast blocks reach the disk, and how a large ledger is read. */
@Command(
        name = "ledger",
        description = {
            "Measure the ledger with pages of 96 readings, in a directory of its own that is removed afterwards:",
            "how fast writers commit, beside bare synced appends of the same sizes; or, with --pages, a large ledger."
        })
final class BenchLedgerCommand implements Callable<Integer> {

    private static final int WARM_UP_PAGES = 20_000;

    @Option(
            names = "--writers",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,8,64",
            description = "How many submit at once, each waiting for its acknowledgement; default ${DEFAULT-VALUE}.")
    private List<Integer> writers = List.of();

    @Option(
            names = "--batches",
            paramLabel = "N",
            defaultValue = "5000",
            description = "How many batches to commit in each round; default ${DEFAULT-VALUE}.")
    private int batches;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often to measure the ledger and the bare appends by turns; default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "How many batches go before the rounds, of both kinds; default: 20,000 pages.")
    private int warmUp;

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many pages a batch holds under one signature; default ${DEFAULT-VALUE}.")
    private int transactions;

    @Option(
            names = "--pages",
            paramLabel = "N",
            description = "Instead, record so many pages, then measure opening, lookups, history and disk.")
    private long pages;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "On which disk; default: the one you are in.")
    private Path parent = Path.of(".");

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (batches < 1
                || transactions < 1
                || rounds < 1
                || warmUp < 0
                || pages < 0
                || writers.stream().anyMatch(number -> number < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--writers, --batches, --transactions, --rounds, --warm-up and --pages need at least 1.");
        }
        if (!Files.isDirectory(parent)) {
            throw new InputRefused("'%s' is no directory; --in names one that there is, on the disk to be measured."
                    .formatted(parent));
        }
        Path directory = Files.createTempDirectory(parent, "smartblocks-bench");
        try {
            if (pages > 0) {
                large(directory);
            } else {
                throughput(directory);
            }
        } finally {
            remove(directory);
        }
        return ExitCode.DONE;
    }

    private void throughput(Path directory) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<LedgerBenchRow> rows = new ArrayList<>();
        Progress progress = Progress.on(spec, "rounds");
        for (int number : writers) {
            List<Throughput> measured = new ArrayList<>();
            // until it is compiled, Java is several times slower; each number of writers goes its own ways
            for (int round = 0; round <= rounds; round++) {
                progress.reached(rows.size() * (rounds + 1L) + round, writers.size() * (rounds + 1L));
                Throughput result = round(directory, number, round == 0 ? warmUpBatches() : batches);
                if (round > 0) {
                    measured.add(result);
                }
            }
            rows.add(LedgerBenchRow.of(new LedgerBench.Rounds(measured)));
        }
        progress.end();
        if (json) {
            JsonReport.print(out, rows);
        } else {
            LedgerBenchRow.print(rows, transactions, out);
        }
    }

    private int warmUpBatches() {
        return warmUp > 0 ? warmUp : Math.max(1, WARM_UP_PAGES / transactions);
    }

    private Throughput round(Path directory, int number, int committed) throws IOException {
        Path own = Files.createDirectory(directory.resolve("round"));
        Throughput result = LedgerBench.run(own, Clock.systemUTC(), number, committed, transactions);
        remove(own);
        return result;
    }

    private void large(Path directory) {
        Progress progress = Progress.on(spec, "pages");
        PagesBench.Result result =
                PagesBench.run(directory, Clock.systemUTC(), pages, done -> progress.reached(done, pages));
        progress.end();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, Large.of(result));
        } else {
            Large.of(result).print(out);
        }
    }

    static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What a large ledger takes and gives. */
    record Large(
            long pages,
            long blocks,
            long buildingMilliseconds,
            long pagesPerSecond,
            long startUpMilliseconds,
            long stateMedianMicroseconds,
            long stateP99Microseconds,
            long historyMedianMicroseconds,
            long historyP99Microseconds,
            long blockBytesPerPage,
            long indexBytesPerPage) {

        static Large of(PagesBench.Result result) {
            return new Large(
                    result.pages(),
                    result.blocks(),
                    result.building().toMillis(),
                    result.pagesPerSecond(),
                    result.startUp().toMillis(),
                    result.state().median(),
                    result.state().p99(),
                    result.history().median(),
                    result.history().p99(),
                    result.blockBytesPerPage(),
                    result.indexBytesPerPage());
        }

        void print(PrintWriter out) {
            out.printf(
                    "recorded   %,d pages of 96 readings in %,d blocks, %s: %,d pages/s%n",
                    pages, blocks, seconds(buildingMilliseconds), pagesPerSecond);
            out.printf("start-up   %s, every checksum checked%n", seconds(startUpMilliseconds));
            out.printf(
                    "state      %,d µs at the median, %,d µs for the slowest of a hundred%n",
                    stateMedianMicroseconds, stateP99Microseconds);
            out.printf(
                    "history    %,d µs at the median, %,d µs for the slowest of a hundred%n",
                    historyMedianMicroseconds, historyP99Microseconds);
            out.printf(
                    "disk       %,d bytes a page: %,d in blocks, %,d in the index%n",
                    blockBytesPerPage + indexBytesPerPage, blockBytesPerPage, indexBytesPerPage);
        }

        private static String seconds(long milliseconds) {
            Duration took = Duration.ofMillis(milliseconds);
            return took.toSeconds() + "." + took.toMillisPart() / 100 + " s";
        }
    }
}
