package io.smartblocks.runtime.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sweep from pages to committed blocks took.
 *
 * @param settlements how many periods were settled
 * @param millisToCommitted until the last of them stood in a block
 * @param millisToReadModel until the read model had seen that block
 * @param stageMicros CPU time of one settlement by stage, in the threads that sweep; the engine's helpers are among the other threads
 * @param processorMicros CPU time of one settlement by kind of thread
 * @param allocatedKibibytes memory allocated for one settlement, by all threads
 * @param peakHeapMebibytes the most heap in use at once, garbage included
 */
public record SweepFigures(
        int settlements,
        long millisToCommitted,
        long millisToReadModel,
        Map<String, Long> stageMicros,
        Map<String, Long> processorMicros,
        long allocatedKibibytes,
        long peakHeapMebibytes) {

    public SweepFigures {
        stageMicros = Collections.unmodifiableMap(new LinkedHashMap<>(stageMicros));
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
        lines.add("heap at most " + peakHeapMebibytes + " MiB; " + allocatedKibibytes + " KiB allocated each");
        stageMicros.forEach(
                (stage, micros) -> lines.add(String.format("%,8d µs processor each: sweep, %s", micros, stage)));
        processorMicros.forEach(
                (threads, micros) -> lines.add(String.format("%,8d µs processor each: %s", micros, threads)));
        return lines;
    }
}
