package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures how fast an embedded ledger commits pages of readings, from submission to acknowledgement, beside the bare rate
 * at which the same disk takes appends of the same sizes, each synced.
 */
public final class LedgerBench {

    private LedgerBench() {}

    /**
     * What some writers reached, each of whom submits its next batch when the one before was acknowledged.
     *
     * @param writers how many submitted at once
     * @param blocks how many blocks were committed
     * @param transactions how many transactions they hold
     * @param bytes how many bytes the blocks take
     * @param took from the first submission to the last acknowledgement
     * @param processorTime what all threads of this process computed meanwhile
     * @param bare how long appends of the same sizes took, one after another, each synced
     */
    public record Throughput(
            int writers,
            long blocks,
            long transactions,
            long bytes,
            Duration took,
            Duration processorTime,
            Duration bare) {

        public long blocksPerSecond() {
            return perSecond(blocks, took);
        }

        public long transactionsPerSecond() {
            return perSecond(transactions, took);
        }

        /** How many synced appends of these sizes a second the disk takes. */
        public long bareAppendsPerSecond() {
            return perSecond(blocks, bare);
        }

        /** The ledger's blocks a second in percent of the bare appends a second. */
        public long percentOfBare() {
            return bare.toNanos() * 100 / Math.max(1, took.toNanos());
        }

        /** The ledger's transactions a second in percent of the bare appends a second; above 100 where blocks hold several. */
        public long transactionsPercentOfBare() {
            return Math.round(
                    transactions * 100.0 * bare.toNanos() / Math.max(1, took.toNanos()) / Math.max(1, blocks));
        }

        /** What one transaction costs the processors, in microseconds. */
        public long processorMicrosPerTransaction() {
            return processorTime.toNanos() / 1000 / Math.max(1, transactions);
        }
    }

    /**
     * The rounds of as many writers, each of which measured the ledger and right after it the bare appends.
     *
     * @param all in the order in which they were run
     */
    public record Rounds(List<Throughput> all) {

        public Rounds {
            all = List.copyOf(all);
        }

        /** The round with the middle share of the bare rate; of two in the middle the lower one. */
        public Throughput middle() {
            return all.stream()
                    .sorted(Comparator.comparing(Throughput::percentOfBare))
                    .toList()
                    .get((all.size() - 1) / 2);
        }

        /** The share of the bare rate that each round reached, in percent. */
        public List<Long> percentsOfBare() {
            return all.stream().map(Throughput::percentOfBare).toList();
        }
    }

    /**
     * Lets some writers commit pages.
     *
     * @param emptyDirectory where the ledger is made, and beside it the bare file
     * @param batches how many batches all writers together submit
     * @param transactionsPerBatch how many pages a batch holds, signed with one signature
     */
    public static Throughput run(Path emptyDirectory, Clock clock, int writers, int batches, int transactionsPerBatch) {
        BenchLoad load = new BenchLoad(clock, (long) batches * transactionsPerBatch);
        try (EmbeddedLedger ledger = EmbeddedLedger.open(emptyDirectory.resolve("ledger"), clock, load.node())) {
            load.found(ledger);
            Queue<Batch> signed = new ConcurrentLinkedQueue<>();
            for (long i = 0; i < batches; i++) {
                signed.add(load.pages(i * transactionsPerBatch, (i + 1) * transactionsPerBatch));
            }
            long height = ledger.height();
            ExecutorService pool = pool(writers);
            Duration computed = processorTime();
            long start = System.nanoTime();
            together(pool, writers, () -> submitAll(ledger, signed));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            computed = processorTime().minus(computed);
            List<Integer> sizes = ledger.blockSizes(height);
            return new Throughput(
                    writers,
                    sizes.size(),
                    (long) batches * transactionsPerBatch,
                    sizes.stream().mapToLong(size -> size).sum(),
                    took,
                    computed,
                    bare(emptyDirectory.resolve("bare"), sizes));
        }
    }

    private static void submitAll(Ledger ledger, Queue<Batch> batches) {
        for (Batch next = batches.poll(); next != null; next = batches.poll()) {
            BenchLoad.submit(ledger, next);
        }
    }

    /** Does the same in several threads and waits for all of them. */
    static void together(int threads, Runnable work) {
        together(pool(threads), threads, work);
    }

    private static ThreadPoolExecutor pool(int threads) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        pool.prestartAllCoreThreads();
        return pool;
    }

    private static void together(ExecutorService pool, int threads, Runnable work) {
        try {
            CompletableFuture.allOf(IntStream.range(0, threads)
                            .mapToObj(i -> CompletableFuture.runAsync(work, pool))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            pool.shutdownNow();
        }
    }

    /** How long it takes to append and sync records of the given sizes, one after another. */
    static Duration bare(Path emptyDirectory, List<Integer> sizes) {
        // one for each size: all of them at once would take as much memory as the blocks take on the disk
        Map<Integer, byte[]> records = new HashMap<>();
        sizes.forEach(size -> records.computeIfAbsent(size, LedgerBench::recordOf));
        try (BlockFiles files = BlockFiles.open(emptyDirectory, LedgerFiles.SEGMENT_SIZE, Disk.REAL)) {
            long start = System.nanoTime();
            for (int i = 0; i < sizes.size(); i++) {
                files.append(i, records.get(sizes.get(i)));
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (IOException failed) {
            throw new UncheckedIOException("the bench cannot write to '" + emptyDirectory + "'", failed);
        }
    }

    private static byte[] recordOf(int size) {
        return "x".repeat(size).getBytes(StandardCharsets.US_ASCII);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long perSecond(long count, Duration took) {
        return count * 1_000_000_000L / Math.max(1, took.toNanos());
    }
}
