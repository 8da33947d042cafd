package io.smartblocks.ledger.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/** Builds a large ledger of pages of readings and measures what it takes on the disk and how fast it is read. */
public final class PagesBench {

    private static final int PAGES_PER_BATCH = 50;
    private static final int WRITERS = 4;
    private static final int LOOKUPS = 5000;
    private static final int CORRECTED = 500;
    private static final int CORRECTIONS = 3;

    private final BenchLoad load;
    private final Path directory;
    private final Clock clock;
    private final long pages;

    private PagesBench(Path directory, Clock clock, long pages) {
        this.directory = directory;
        this.clock = clock;
        this.pages = pages;
        this.load = new BenchLoad(clock, pages);
    }

    /** The middle and the slow end of many reads, in microseconds. */
    public record Latency(long median, long p99) {}

    /**
     * What was measured.
     *
     * @param pages how many pages were recorded
     * @param blocks in how many blocks
     * @param building how long it took to record them
     * @param startUp how long it took to open the ledger again
     * @param state looking up the page of a random meter and day
     * @param history reading all versions of such a page; one in ten was corrected three times
     * @param bytesOfBlocks what the blocks take on the disk
     * @param bytesOfIndex what the index takes on the disk
     */
    public record Result(
            long pages,
            long blocks,
            Duration building,
            Duration startUp,
            Latency state,
            Latency history,
            long bytesOfBlocks,
            long bytesOfIndex) {

        public long pagesPerSecond() {
            return pages * 1000 / Math.max(1, building.toMillis());
        }

        public long blockBytesPerPage() {
            return bytesOfBlocks / pages;
        }

        public long indexBytesPerPage() {
            return bytesOfIndex / pages;
        }
    }

    /** Builds and measures; the progress is told how many pages stand. */
    public static Result run(Path emptyDirectory, Clock clock, long pages, LongConsumer progress) {
        return new PagesBench(emptyDirectory, clock, pages).run(progress);
    }

    private Result run(LongConsumer progress) {
        long start = System.nanoTime();
        try (EmbeddedLedger ledger = open()) {
            build(ledger, progress);
        }
        Duration building = since(start);
        start = System.nanoTime();
        try (EmbeddedLedger ledger = open()) {
            Duration startUp = since(start);
            Random random = new Random(1);
            Latency state = measure(
                    i -> random.nextLong(pages),
                    page -> ledger.state(load.key(page)).orElseThrow());
            Latency history = measure(
                    i -> i % 10 == 0 ? corrected(random.nextInt(CORRECTED)) : random.nextLong(pages),
                    page -> ledger.history(load.key(page)));
            LedgerMetrics metrics = ledger.metrics();
            return new Result(
                    pages,
                    metrics.height(),
                    building,
                    startUp,
                    state,
                    history,
                    metrics.bytesOfBlocks(),
                    metrics.bytesOfIndex());
        }
    }

    private EmbeddedLedger open() {
        return EmbeddedLedger.open(directory, clock, load.node());
    }

    private void build(EmbeddedLedger ledger, LongConsumer progress) {
        load.found(ledger);
        AtomicLong next = new AtomicLong();
        LedgerBench.together(WRITERS, () -> {
            for (long from = next.getAndAdd(PAGES_PER_BATCH); from < pages; from = next.getAndAdd(PAGES_PER_BATCH)) {
                long to = Math.min(pages, from + PAGES_PER_BATCH);
                BenchLoad.submit(ledger, load.pages(from, to));
                progress.accept(to);
            }
        });
        for (int i = 0; i < Math.min(CORRECTED, pages); i++) {
            for (int number = 1; number <= CORRECTIONS; number++) {
                BenchLoad.submit(ledger, load.correction(corrected(i), number));
            }
        }
    }

    private long corrected(int number) {
        return number * Math.max(1, pages / CORRECTED) % pages;
    }

    private static Latency measure(LongUnaryOperator choice, Consumer<Long> read) {
        long[] micros = new long[LOOKUPS];
        for (int i = 0; i < LOOKUPS; i++) {
            long page = choice.applyAsLong(i);
            long start = System.nanoTime();
            read.accept(page);
            micros[i] = since(start).toNanos() / 1000;
        }
        Arrays.sort(micros);
        return new Latency(micros[LOOKUPS / 2], micros[LOOKUPS * 99 / 100]);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
