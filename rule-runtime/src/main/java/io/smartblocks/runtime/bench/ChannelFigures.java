package io.smartblocks.runtime.bench;

import java.time.Duration;
import java.util.List;

/**
 * What a ledger of several organisations takes. Rates are from the first submission until the last one was committed, so what a
 * sweep computes before it submits is no part of them.
 *
 * @param latencies how long each of some transactions took until it stood in a block, one after another, the shortest first
 * @param pages pages of 96 readings, a hundred to a transaction of the ledger
 * @param pagesAlone such pages, each in one of its own
 * @param settlements a sweep's settlements, a hundred to a transaction of the ledger
 * @param settlementsAlone those of the next month, each in one of its own
 */
public record ChannelFigures(
        List<Duration> latencies, Rate pages, Rate pagesAlone, Rate settlements, Rate settlementsAlone) {

    private static final long READINGS = 96;

    public ChannelFigures {
        latencies = List.copyOf(latencies);
    }

    /** How many were committed, and how long that took. */
    public record Rate(long committed, Duration took) {

        /** In tenths, since few are few a second. */
        public long tenthsPerSecond() {
            return committed * 10_000_000_000L / Math.max(1, took.toNanos());
        }

        private String words() {
            return "%,d in %,d.%d s: %,d.%d/s"
                    .formatted(
                            committed,
                            took.toSeconds(),
                            took.toMillisPart() / 100,
                            tenthsPerSecond() / 10,
                            tenthsPerSecond() % 10);
        }
    }

    /** The latency that so many of a hundred stay within. */
    public Duration latency(int percent) {
        return latencies.get(Math.max(0, (latencies.size() * percent + 99) / 100 - 1));
    }

    /** One line for each figure. */
    public List<String> lines() {
        return List.of(
                "commit               %d ms at the median, %d ms for the slowest of twenty"
                        .formatted(latency(50).toMillis(), latency(95).toMillis()),
                "pages by hundreds    " + pages.words() + readings(pages),
                "pages alone          " + pagesAlone.words() + readings(pagesAlone),
                "settled by hundreds  " + settlements.words(),
                "settled alone        " + settlementsAlone.words());
    }

    private static String readings(Rate pages) {
        return ", %,d readings/s".formatted(pages.tenthsPerSecond() * READINGS / 10);
    }
}
