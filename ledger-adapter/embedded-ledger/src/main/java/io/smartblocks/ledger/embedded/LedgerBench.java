package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

        /** The share of the bare rate that the ledger reached, in percent. */
        public long percentOfBare() {
            return bare.toNanos() * 100 / Math.max(1, took.toNanos());
        }

        /** What one transaction costs the processors, in microseconds. */
        public long processorMicrosPerTransaction() {
            return processorTime.toNanos() / 1000 / Math.max(1, transactions);
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
            Duration computed = processorTime();
            long start = System.nanoTime();
            together(writers, () -> submitAll(ledger, signed));
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
        ExecutorService pool = Executors.newFixedThreadPool(threads);
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
        List<byte[]> records = new ArrayList<>();
        sizes.forEach(size -> records.add("x".repeat(size).getBytes(StandardCharsets.US_ASCII)));
        try (BlockFiles files = BlockFiles.open(emptyDirectory, LedgerFiles.SEGMENT_SIZE, Disk.REAL)) {
            long start = System.nanoTime();
            for (int i = 0; i < records.size(); i++) {
                files.append(i, records.get(i));
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (IOException failed) {
            throw new UncheckedIOException("the bench cannot write to '" + emptyDirectory + "'", failed);
        }
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long perSecond(long count, Duration took) {
        return count * 1_000_000_000L / Math.max(1, took.toNanos());
    }
}
