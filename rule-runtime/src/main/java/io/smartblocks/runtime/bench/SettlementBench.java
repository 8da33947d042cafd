package io.smartblocks.runtime.bench;

import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Settles one month of 2,976 quarter hours for many agreements of one shape, on one thread, and times it. */
public final class SettlementBench {

    private static final int WARM_UPS = 8;
    private static final int ROUNDS = 5;
    private static final int PER_BATCH = 500;
    private static final long NANOS_IN_A_SECOND = 1_000_000_000L;

    private final int agreements;
    private final SettlementEngine engine = new SettlementEngine();
    private final BenchMonth month;
    private final Signing signing = new Signing();
    private long checksum;

    private SettlementBench(int agreements) {
        this.agreements = agreements;
        this.month = new BenchMonth(engine, agreements);
    }

    /** Settlements a second, and CPU time in nanoseconds of one. */
    public record Rate(long perSecond, long cpuNanos) {}

    /**
     * What was measured: rules from readings and from sums, the same with the statement's bytes and with its signature, and
     * plain Java doing the same from readings, the bill alone and with bytes and signature.
     */
    public record Report(
            int agreements,
            Rate fromReadings,
            Rate fromSums,
            Rate withStatements,
            Rate signed,
            Rate plainBill,
            Rate plainStatements,
            Rate plainSigned) {

        /** How many times the CPU time of plain Java the engine takes from readings to a signed statement. */
        public BigDecimal ratio() {
            return ratio(signed, plainSigned);
        }

        private static BigDecimal ratio(Rate rules, Rate plain) {
            return BigDecimal.valueOf(rules.cpuNanos())
                    .divide(BigDecimal.valueOf(Math.max(1, plain.cpuNanos())), 1, RoundingMode.HALF_UP);
        }

        /** The figures, a line of text each. */
        public List<String> lines() {
            return List.of(
                    line("rules, from 2,976 readings", fromReadings),
                    line("rules, from sums", fromSums),
                    line("rules, with trace and statement's bytes", withStatements),
                    line("rules, signed", signed),
                    line("plain Java, the bill alone", plainBill),
                    line("plain Java, with the statement's bytes", plainStatements),
                    line("plain Java, signed", plainSigned),
                    "rules to plain Java: bill " + ratio(fromReadings, plainBill) + ", with bytes "
                            + ratio(withStatements, plainStatements) + ", signed " + ratio());
        }

        private static String line(String what, Rate rate) {
            return String.format("%-40s %,9d settlements/s %,9d ns CPU each", what, rate.perSecond, rate.cpuNanos);
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
        requireSameBytes(fromReadings);
        return new Report(
                agreements,
                measured(() -> settled(fromReadings)),
                measured(() -> settled(fromSums)),
                measured(() -> stated(fromReadings, SettlementBench::length)),
                measured(() -> stated(fromReadings, signing::signed)),
                measured(month::plain),
                measured(() -> plainly(SettlementBench::length)),
                measured(() -> plainly(signing::signed)));
    }

    /** The measure is a measure only if it does the same. */
    private void requireSameBytes(List<Case> cases) {
        List<Outcome> outcomes = engine.settleAll(cases);
        for (int i = 0; i < outcomes.size(); i++) {
            byte[] ruled = ((Outcome.Settled) outcomes.get(i)).settlement().canonicalJson();
            if (!Arrays.equals(ruled, month.plainStatement(i))) {
                throw new IllegalStateException("the rules and plain Java do not write the same statement "
                        + new String(ruled, StandardCharsets.UTF_8) + " and "
                        + new String(month.plainStatement(i), StandardCharsets.UTF_8));
            }
        }
    }

    /** Batches of the size of a session, so that all of it is done on this thread. */
    private long settled(List<Case> cases) {
        long cents = 0;
        for (int from = 0; from < cases.size(); from += PER_BATCH) {
            for (Outcome outcome : engine.settleAll(cases.subList(from, Math.min(cases.size(), from + PER_BATCH)))) {
                cents += cents(outcome);
            }
        }
        return cents;
    }

    private long stated(List<Case> cases, ToLongFunction<List<byte[]>> then) {
        long told = 0;
        for (int from = 0; from < cases.size(); from += PER_BATCH) {
            List<byte[]> statements = new ArrayList<>(PER_BATCH);
            for (Outcome outcome : engine.settleAll(cases.subList(from, Math.min(cases.size(), from + PER_BATCH)))) {
                statements.add(((Outcome.Settled) outcome).settlement().canonicalJson());
            }
            told += then.applyAsLong(statements);
        }
        return told;
    }

    private long plainly(ToLongFunction<List<byte[]>> then) {
        long told = 0;
        for (int from = 0; from < agreements; from += PER_BATCH) {
            List<byte[]> statements = new ArrayList<>(PER_BATCH);
            for (int i = from; i < Math.min(agreements, from + PER_BATCH); i++) {
                statements.add(month.plainStatement(i));
            }
            told += then.applyAsLong(statements);
        }
        return told;
    }

    private static long length(List<byte[]> statements) {
        return statements.stream().mapToLong(statement -> statement.length).sum();
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

    /** The best of some rounds, since on a machine that does other work too the others measure that. */
    private Rate measured(Supplier<Long> work) {
        Rate best = new Rate(0, Long.MAX_VALUE);
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            checksum ^= work.get();
            long nanos = Math.max(1, System.nanoTime() - start);
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart;
            if (round >= WARM_UPS && cpu / agreements < best.cpuNanos()) {
                best = new Rate(Math.multiplyExact(agreements, NANOS_IN_A_SECOND) / nanos, cpu / agreements);
            }
        }
        return best;
    }
}
