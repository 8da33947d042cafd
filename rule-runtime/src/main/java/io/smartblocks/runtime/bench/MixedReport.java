package io.smartblocks.runtime.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

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
        Map<String, Template> warmByTemplate) {

    /**
     * How long something took for all agreements: by the clock, and for each in processor time of the threads that settle and
     * of the whole process, which also compiles code and collects garbage.
     */
    public record Sweep(long millis, long perSecond, long cpuNanosEach, long processNanosEach) {}

    /** Processor time of one settlement of a template: by the engine, and the least that plain Java needs for it. */
    public record Template(long cpuNanosEach, long plainCpuNanosEach) {

        /** How many times the plain Java the engine takes. */
        public BigDecimal ratio() {
            return ratio(cpuNanosEach, plainCpuNanosEach);
        }

        static BigDecimal ratio(long engine, long plain) {
            return BigDecimal.valueOf(engine).divide(BigDecimal.valueOf(Math.max(1, plain)), 1, RoundingMode.HALF_UP);
        }
    }

    /** The same of all templates together. */
    public BigDecimal ratio() {
        return Template.ratio(sum(Template::cpuNanosEach), sum(Template::plainCpuNanosEach));
    }

    private long sum(ToLongFunction<Template> part) {
        return warmByTemplate.values().stream().mapToLong(part).sum();
    }

    /** Adds up what was done part by part. */
    static final class Sum {
        private long nanos;
        private long cpuNanos;
        private long processNanos;

        void add(Work.Took took) {
            nanos += took.nanos();
            cpuNanos += took.cpuNanos();
            processNanos += took.processNanos();
        }

        Sweep of(int agreements) {
            return new Sweep(
                    nanos / 1_000_000,
                    agreements * 1_000_000_000L / Math.max(1, nanos),
                    cpuNanos / agreements,
                    processNanos / agreements);
        }
    }

    /** The figures, a line of text each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%,d agreements of %d templates, %,d readings, %d threads"
                .formatted(agreements, warmByTemplate.size(), readings, threads));
        lines.add(line("compiled forms read", reading));
        lines.add(line("first sweep: settled, written, signed", first));
        lines.add(line("warm sweep: settled, written, signed", warm));
        lines.add("sets of rules: %d; heap: %,d MiB".formatted(setsOfRules, heapMebibytes));
        lines.add("%-40s %16s %16s %8s".formatted("warm, by template", "engine", "plain Java", "ratio"));
        warmByTemplate.forEach((name, each) ->
                lines.add(line("  " + name, each.cpuNanosEach(), each.plainCpuNanosEach(), each.ratio())));
        int count = Math.max(1, warmByTemplate.size());
        lines.add(line(
                "  the average",
                sum(Template::cpuNanosEach) / count,
                sum(Template::plainCpuNanosEach) / count,
                ratio()));
        return lines;
    }

    private static String line(String what, long engine, long plain, BigDecimal ratio) {
        return "%-40s %,9.1f µs CPU %,9.1f µs CPU %8s".formatted(what, engine / 1e3, plain / 1e3, ratio);
    }

    private static String line(String what, Sweep sweep) {
        return "%-40s %,9.1f µs CPU each %,9.1f of the process %,9d a second %,9d ms"
                .formatted(
                        what,
                        sweep.cpuNanosEach() / 1e3,
                        sweep.processNanosEach() / 1e3,
                        sweep.perSecond(),
                        sweep.millis());
    }
}
