package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settles, writes and signs one period of many agreements of many shapes, each with prices and readings of its own. */
public final class MixedBench {

    private static final int SHAPES = 12;
    private static final int PER_BATCH = 500;
    private static final int WARM_SWEEPS = 6;

    private final int threads;
    private final Signing signing = new Signing();
    private final SettlementEngine engine = new SettlementEngine();
    private final List<List<Case>> batches = new ArrayList<>();

    private MixedBench(int threads) {
        this.threads = threads;
    }

    /** How long one sweep took: by the clock, and in processor time of all threads for each settlement. */
    public record Sweep(long millis, long perSecond, long cpuNanosEach) {
        static Sweep of(Work.Took took, int agreements) {
            return new Sweep(
                    took.nanos() / 1_000_000,
                    agreements * 1_000_000_000L / Math.max(1, took.nanos()),
                    took.cpuNanos() / agreements);
        }
    }

    /** What was measured; heap in bytes after a collection, with all agreements and readings and what the engine keeps. */
    public record Report(
            int agreements,
            int threads,
            long readings,
            List<String> shapes,
            int setsOfRules,
            long reading,
            Sweep cold,
            Sweep warm,
            long heapBefore,
            long heapAfter,
            Map<String, Long> cpuNanosByShape) {

        /** The figures, a line of text each. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("%,d agreements of %d templates, %,d readings, %d threads"
                    .formatted(agreements, shapes.size(), readings, threads));
            lines.add("agreements read from their compiled forms in %,d ms".formatted(reading));
            lines.add(line("first sweep: settled, written, signed", cold));
            lines.add(line("warm sweep: settled, written, signed", warm));
            lines.add("sets of rules: %d; heap %,d MiB before the first sweep, %,d MiB after the last"
                    .formatted(setsOfRules, heapBefore >> 20, heapAfter >> 20));
            cpuNanosByShape.forEach((shape, nanos) -> lines.add("  %-30s %,9d ns CPU each".formatted(shape, nanos)));
            return lines;
        }

        private static String line(String what, Sweep sweep) {
            return "%-40s %,7d ms %,9d settlements/s %,9d ns CPU each"
                    .formatted(what, sweep.millis(), sweep.perSecond(), sweep.cpuNanosEach());
        }
    }

    /** Measures with so many agreements made of some samples, by name, of which the first twelve that settle are taken. */
    public static Report run(Map<String, Agreement> samples, int agreements, int threads) {
        return new MixedBench(threads).run(samples, agreements);
    }

    private Report run(Map<String, Agreement> samples, int agreements) {
        Map<String, Agreement> shapes = settling(samples);
        List<String> names = List.copyOf(shapes.keySet());
        Work work = new Work(threads);
        long start = System.nanoTime();
        Agreement[] read = new Agreement[agreements];
        List<Variants> variants =
                names.stream().map(shapes::get).map(Variants::new).toList();
        work.over(agreements, i -> read[i] = variants.get(i % variants.size()).of(i));
        long reading = (System.nanoTime() - start) / 1_000_000;
        List<List<Case>> byShape = cases(read, names.size());
        long heapBefore = heap();
        Sweep cold = Sweep.of(sweep(work), agreements);
        Sweep warm = cold;
        for (int i = 0; i < WARM_SWEEPS; i++) {
            Sweep next = Sweep.of(sweep(work), agreements);
            warm = next.millis() < warm.millis() ? next : warm;
        }
        Map<String, Long> each = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            List<Case> all = byShape.get(i);
            each.put(names.get(i), new Work(1).over(1, none -> settle(all)).cpuNanos() / Math.max(1, all.size()));
        }
        return new Report(
                agreements, threads, readings(), names, engine.shapes(), reading, cold, warm, heapBefore, heap(), each);
    }

    /** Those that settle on evidence of the bench; some wait for what it does not make up, such as fitted baselines. */
    private static Map<String, Agreement> settling(Map<String, Agreement> samples) {
        Map<String, Agreement> settling = new LinkedHashMap<>();
        samples.forEach((name, agreement) -> {
            Outcome outcome =
                    new SettlementEngine().settle(new SampleMonth(1).of(agreement, SampleMonth.period(agreement)));
            if (outcome instanceof Outcome.Settled && settling.size() < SHAPES) {
                settling.put(name, agreement);
            }
        });
        if (settling.isEmpty()) {
            throw new IllegalStateException("none of the samples settles on the bench's evidence");
        }
        return settling;
    }

    /** Cases shape by shape, as a sweep groups them. */
    private List<List<Case>> cases(Agreement[] agreements, int shapes) {
        List<List<Case>> byShape = new ArrayList<>();
        for (int shape = 0; shape < shapes; shape++) {
            List<Case> cases = new ArrayList<>();
            for (int i = shape; i < agreements.length; i += shapes) {
                SettlementPeriod period = SampleMonth.period(agreements[i]);
                cases.add(new SampleMonth(i).of(agreements[i], period));
            }
            for (int from = 0; from < cases.size(); from += PER_BATCH) {
                batches.add(cases.subList(from, Math.min(cases.size(), from + PER_BATCH)));
            }
            byShape.add(cases);
        }
        batches.sort(Comparator.comparingInt(batch -> -batch.size()));
        return byShape;
    }

    private Work.Took sweep(Work work) {
        return work.over(batches.size(), number -> settle(batches.get(number)));
    }

    private void settle(List<Case> cases) {
        for (Outcome outcome : engine.settleAll(cases)) {
            if (!(outcome instanceof Outcome.Settled settled)) {
                throw new IllegalStateException("the bench's agreements must settle, but " + outcome);
            }
            signing.signed(settled.settlement().canonicalJson());
        }
    }

    private long readings() {
        return batches.stream()
                .flatMap(List::stream)
                .map(Case::evidence)
                .map(Evidence::columns)
                .flatMap(columns -> columns.values().stream())
                .mapToLong(column -> column.size())
                .sum();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
