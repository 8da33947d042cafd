package io.smartblocks.runtime.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a sweep from pages to committed blocks took.
 *
 * @param number which sweep of its process it was: the first is cold
 * @param before how many periods the process had settled before it
 * @param settlements how many periods were settled
 * @param millisToCommitted until the last of them stood in a block
 * @param millisToReadModel until the read model had seen that block
 * @param apart what each of the two took by itself, where the read model was held back until all blocks stood
 * @param stageMicros CPU time of one settlement by stage, in the threads that sweep; the engine's helpers are among the other threads
 * @param processorMicros CPU time of one settlement by kind of thread
 * @param compilerMillis how long the virtual machine compiled meanwhile, by the clock: little when it is warm
 * @param collectorMillis how long the collector let all others wait
 * @param allocatedKibibytes memory allocated for one settlement, by all threads
 * @param peakHeapMebibytes the most heap in use at once, garbage included
 */
public record SweepFigures(
        int number,
        int before,
        int settlements,
        long millisToCommitted,
        long millisToReadModel,
        Optional<Apart> apart,
        Map<String, Long> stageMicros,
        Map<String, Long> processorMicros,
        long compilerMillis,
        long collectorMillis,
        long allocatedKibibytes,
        long peakHeapMebibytes) {

    public SweepFigures {
        stageMicros = Collections.unmodifiableMap(new LinkedHashMap<>(stageMicros));
        processorMicros = Collections.unmodifiableMap(new TreeMap<>(processorMicros));
    }

    /**
     * What a part of the way took.
     *
     * @param millis by the clock, for all settlements
     * @param processorMicros CPU time of one settlement, of all threads and of the virtual machine
     */
    public record Stage(long millis, long processorMicros) {}

    /**
     * The two parts of the way, one after the other.
     *
     * @param toCommitted from pages to committed blocks
     * @param toReadModel from there until the read model had seen all blocks
     */
    public record Apart(Stage toCommitted, Stage toReadModel) {}

    /** Settlements a second from pages to committed blocks. */
    public long committedPerSecond() {
        return aSecond(millisToCommitted);
    }

    /** Settlements a second until the read model had caught up. */
    public long readModelPerSecond() {
        return aSecond(millisToReadModel);
    }

    private long aSecond(long millis) {
        return settlements * 1000L / Math.max(1, millis);
    }

    /** The figures, a line of text each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "sweep %d of this process, %s: the compiler worked %,d ms, the collector %,d ms",
                number,
                before == 0 ? "cold" : String.format("after %,d settlements", before),
                compilerMillis,
                collectorMillis));
        apart.ifPresentOrElse(
                each -> {
                    lines.add(line(
                            "from pages to committed blocks, the read model held back until they stand",
                            each.toCommitted()));
                    lines.add(line("of the read model, catching up with them by itself", each.toReadModel()));
                },
                () -> {
                    lines.add(String.format(
                            "%,d settlements from pages to committed blocks in %,d ms, the read model following: %,d a"
                                    + " second",
                            settlements, millisToCommitted, committedPerSecond()));
                    lines.add(String.format(
                            "read model caught up after %,d ms: %,d a second",
                            millisToReadModel, readModelPerSecond()));
                });
        lines.add("heap at most " + peakHeapMebibytes + " MiB; " + allocatedKibibytes + " KiB allocated each");
        stageMicros.forEach(
                (stage, micros) -> lines.add(String.format("%,8d µs processor each: sweep, %s", micros, stage)));
        processorMicros.forEach(
                (threads, micros) -> lines.add(String.format("%,8d µs processor each: %s", micros, threads)));
        return lines;
    }

    private String line(String what, Stage stage) {
        return String.format(
                "%,d settlements %s, in %,d ms: %,d a second; %,d µs processor each",
                settlements, what, stage.millis(), aSecond(stage.millis()), stage.processorMicros());
    }
}
