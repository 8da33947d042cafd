package io.smartblocks.runtime.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sweep from pages to committed blocks took.
 *
 * @param settlements how many periods were settled
 * @param millisToCommitted until the last of them stood in a block
 * @param millisToReadModel until the read model had seen that block
 * @param processorMicros CPU time of one settlement by kind of thread
 * @param peakHeapMebibytes the most heap in use at once, garbage included
 */
public record SweepFigures(
        int settlements,
        long millisToCommitted,
        long millisToReadModel,
        Map<String, Long> processorMicros,
        long peakHeapMebibytes) {

    public SweepFigures {
        processorMicros = Collections.unmodifiableMap(new TreeMap<>(processorMicros));
    }

    /** Settlements a second from pages to committed blocks. */
    public long committedPerSecond() {
        return settlements * 1000L / Math.max(1, millisToCommitted);
    }

    /** Settlements a second until the read model had caught up. */
    public long readModelPerSecond() {
        return settlements * 1000L / Math.max(1, millisToReadModel);
    }

    /** The figures, a line of text each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%,d settlements from pages to committed blocks in %,d ms: %,d a second",
                settlements, millisToCommitted, committedPerSecond()));
        lines.add(String.format(
                "read model caught up after %,d ms: %,d a second", millisToReadModel, readModelPerSecond()));
        lines.add("heap at most " + peakHeapMebibytes + " MiB");
        processorMicros.forEach(
                (threads, micros) -> lines.add(String.format("%,8d µs processor each: %s", micros, threads)));
        return lines;
    }
}
