package io.smartblocks.runtime.bench;

import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/** Settles one month of 2,976 quarter hours for many agreements of one shape, on one thread, and times it. */
public final class SettlementBench {

    private static final int WARM_UPS = 8;
    private static final long NANOS_IN_A_SECOND = 1_000_000_000L;

    private final int agreements;
    private final SettlementEngine engine = new SettlementEngine();
    private final BenchMonth month;
    private long checksum;

    private SettlementBench(int agreements) {
        this.agreements = agreements;
        this.month = new BenchMonth(engine, agreements);
    }

    /** Settlements a second, and CPU time in nanoseconds of one. */
    public record Rate(long perSecond, long cpuNanos) {}

    /** What was measured: from readings, from sums, with the full statement written, and plain Java from readings. */
    public record Report(int agreements, Rate fromReadings, Rate fromSums, Rate withStatements, Rate plain) {

        /** How many times the CPU time of plain Java the engine takes from readings. */
        public BigDecimal ratio() {
            return BigDecimal.valueOf(fromReadings.cpuNanos())
                    .divide(BigDecimal.valueOf(Math.max(1, plain.cpuNanos())), 1, java.math.RoundingMode.HALF_UP);
        }

        /** The figures, a line of text each. */
        public List<String> lines() {
            return List.of(
                    line("rules and trace, from 2,976 readings", fromReadings),
                    line("rules and trace, from sums", fromSums),
                    line("rules, trace and statement's bytes", withStatements),
                    line("plain Java, from 2,976 readings", plain),
                    "ratio of rules from readings to plain Java: " + ratio());
        }

        private static String line(String what, Rate rate) {
            return String.format("%-38s %,9d settlements/s %,9d ns CPU each", what, rate.perSecond, rate.cpuNanos);
        }
    }

    /** Measures with a number of agreements. */
    public static Report run(int agreements) {
        return new SettlementBench(agreements).run();
    }

    private Report run() {
        List<Case> fromReadings = month.fromReadings();
        List<Case> fromSums = month.fromSums();
        if (settled(fromReadings) != month.plain() || settled(fromSums) != month.plain()) {
            throw new IllegalStateException("the rules and plain Java do not come to the same cents");
        }
        return new Report(
                agreements,
                measured(() -> settled(fromReadings)),
                measured(() -> settled(fromSums)),
                measured(() -> stated(fromReadings)),
                measured(month::plain));
    }

    private long settled(List<Case> cases) {
        long cents = 0;
        for (Outcome outcome : engine.settleAll(cases)) {
            cents += cents(outcome);
        }
        return cents;
    }

    private long stated(List<Case> cases) {
        long cents = 0;
        for (Outcome outcome : engine.settleAll(cases)) {
            cents += cents(outcome) + ((Outcome.Settled) outcome).settlement().canonicalJson().length;
        }
        return cents;
    }

    private static long cents(Outcome outcome) {
        if (outcome instanceof Outcome.Settled settled) {
            return settled.settlement()
                    .documents()
                    .get(0)
                    .gross()
                    .unscaledValue()
                    .longValueExact();
        }
        throw new IllegalStateException("the bench's agreement must settle, but " + outcome);
    }

    private Rate measured(Supplier<Long> work) {
        for (int i = 0; i < WARM_UPS; i++) {
            checksum ^= work.get();
        }
        long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        checksum ^= work.get();
        long nanos = Math.max(1, System.nanoTime() - start);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart;
        return new Rate(Math.multiplyExact(agreements, NANOS_IN_A_SECOND) / nanos, cpu / agreements);
    }
}
