package io.smartblocks.runtime.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What settling agreements of many templates took. The heap is the largest after a collection, with agreements, readings
 * and all that the engine keeps.
 */
public record MixedReport(
        int agreements,
        int threads,
        long readings,
        int setsOfRules,
        Sweep reading,
        Sweep first,
        Sweep warm,
        long heapMebibytes,
        Map<String, Long> warmCpuNanosByTemplate) {

    /** How long something took for all agreements: by the clock, and in processor time of all threads for each. */
    public record Sweep(long millis, long perSecond, long cpuNanosEach) {}

    /** Adds up what was done part by part. */
    static final class Sum {
        private long nanos;
        private long cpuNanos;

        void add(Work.Took took) {
            nanos += took.nanos();
            cpuNanos += took.cpuNanos();
        }

        Sweep of(int agreements) {
            return new Sweep(
                    nanos / 1_000_000, agreements * 1_000_000_000L / Math.max(1, nanos), cpuNanos / agreements);
        }
    }

    /** The figures, a line of text each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%,d agreements of %d templates, %,d readings, %d threads"
                .formatted(agreements, warmCpuNanosByTemplate.size(), readings, threads));
        lines.add(line("compiled forms read", reading));
        lines.add(line("first sweep: settled, written, signed", first));
        lines.add(line("warm sweep: settled, written, signed", warm));
        lines.add("sets of rules: %d; heap: %,d MiB".formatted(setsOfRules, heapMebibytes));
        lines.add("warm, by template:");
        warmCpuNanosByTemplate.forEach(
                (template, nanos) -> lines.add("  %-38s %,9.1f µs CPU each".formatted(template, nanos / 1e3)));
        return lines;
    }

    private static String line(String what, Sweep sweep) {
        return "%-40s %,9.1f µs CPU each %,9d a second %,9d ms"
                .formatted(what, sweep.cpuNanosEach() / 1e3, sweep.perSecond(), sweep.millis());
    }
}
