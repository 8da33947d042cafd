package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Settles, writes and signs one period of many agreements of some shapes, each with prices and readings of its own. More
 * than ten thousand are settled ten thousand at a time, since a sweep does not keep all of a site in memory either.
 */
public final class MixedBench {

    private static final int PER_BATCH = 500;
    private static final int AT_A_TIME = 9_996;
    private static final int WARM_SWEEPS = 20;
    private static final int ROUNDS = 12;

    private final Work work;
    private final List<String> names;
    private final List<Variants> shapes;
    private final Signing signing = new Signing();
    private final SettlementEngine engine = new SettlementEngine();

    private MixedBench(Map<String, Agreement> samples, int threads) {
        this.work = new Work(threads);
        this.names = List.copyOf(samples.keySet());
        this.shapes = samples.values().stream().map(Variants::new).toList();
    }

    /** Measures with so many agreements made of some samples, by name; these must settle on readings and events alone. */
    public static MixedReport run(Map<String, Agreement> samples, int agreements, int threads) {
        return new MixedBench(samples, threads).run(agreements, threads);
    }

    private MixedReport run(int agreements, int threads) {
        MixedReport.Sum reading = new MixedReport.Sum();
        MixedReport.Sum first = new MixedReport.Sum();
        MixedReport.Sum warm = new MixedReport.Sum();
        Map<String, MixedReport.Template> byTemplate = Map.of();
        long readings = 0;
        long heap = 0;
        for (int from = 0; from < agreements; from += AT_A_TIME) {
            int start = from;
            int count = Math.min(agreements - from, AT_A_TIME);
            Variants.Variant[] read = new Variants.Variant[count];
            reading.add(work.over(
                    count, i -> read[i] = shapes.get(i % shapes.size()).of(start + i)));
            Case[] cases = new Case[count];
            work.over(count, i -> cases[i] = new SampleMonth(start + i).of(read[i]));
            List<List<Case>> batches = batches(cases);
            first.add(sweep(batches));
            warm.add(warm(batches, from == 0 ? WARM_SWEEPS : 1));
            heap = Math.max(heap, used());
            readings += readings(cases);
            byTemplate = from == 0 ? byTemplate(cases) : byTemplate;
        }
        return new MixedReport(
                agreements,
                threads,
                readings,
                engine.shapes(),
                reading.of(agreements),
                first.of(agreements),
                warm.of(agreements),
                heap >> 20,
                byTemplate);
    }

    /** Shape by shape, as a sweep groups them. */
    private List<List<Case>> batches(Case... cases) {
        List<List<Case>> batches = new ArrayList<>();
        for (int shape = 0; shape < shapes.size(); shape++) {
            List<Case> all = ofShape(shape, cases);
            for (int from = 0; from < all.size(); from += PER_BATCH) {
                batches.add(all.subList(from, Math.min(all.size(), from + PER_BATCH)));
            }
        }
        return batches;
    }

    private List<Case> ofShape(int shape, Case... cases) {
        return IntStream.range(0, cases.length)
                .filter(i -> i % shapes.size() == shape)
                .mapToObj(i -> cases[i])
                .toList();
    }

    private Work.Took warm(List<List<Case>> batches, int sweeps) {
        Work.Took best = sweep(batches);
        for (int i = 1; i < sweeps; i++) {
            Work.Took next = sweep(batches);
            best = next.nanos() < best.nanos() ? next : best;
        }
        return best;
    }

    /** The engine and plain Java in turns, so that both have the same machine; the best of some rounds. */
    private Map<String, MixedReport.Template> byTemplate(Case... cases) {
        Map<String, MixedReport.Template> each = new LinkedHashMap<>();
        for (int shape = 0; shape < shapes.size(); shape++) {
            List<Case> all = ofShape(shape, cases);
            if (!all.isEmpty()) {
                each.put(names.get(shape), template(names.get(shape), all));
            }
        }
        return each;
    }

    private MixedReport.Template template(String name, List<Case> all) {
        List<Case> some = all.subList(0, Math.min(all.size(), PER_BATCH));
        PlainBound bound = new PlainBound(name, some, settled(some));
        Work alone = new Work(1);
        long rules = Long.MAX_VALUE;
        long plain = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            rules = Math.min(rules, alone.over(1, none -> settle(some)).cpuNanos());
            plain = Math.min(
                    plain,
                    alone.over(1, none -> signing.signed(bound.statements())).cpuNanos());
        }
        return new MixedReport.Template(rules / some.size(), plain / some.size());
    }

    private Work.Took sweep(List<List<Case>> batches) {
        return work.over(batches.size(), number -> settle(batches.get(number)));
    }

    private void settle(List<Case> cases) {
        signing.signed(settled(cases).stream().map(Settlement::canonicalJson).toList());
    }

    private List<Settlement> settled(List<Case> cases) {
        List<Settlement> settlements = new ArrayList<>(cases.size());
        for (Outcome outcome : engine.settleAll(cases)) {
            if (!(outcome instanceof Outcome.Settled settled)) {
                throw new IllegalStateException("the bench's agreements must settle, but "
                        + cases.get(0).agreement().head().title() + " came to " + outcome);
            }
            settlements.add(settled.settlement());
        }
        return settlements;
    }

    private static long readings(Case... cases) {
        long readings = 0;
        for (Case each : cases) {
            readings += each.evidence().columns().values().stream()
                    .mapToLong(column -> column.size())
                    .sum();
        }
        return readings;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
