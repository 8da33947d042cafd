package io.smartblocks.runtime.bench;

import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Five hundred settlements of one shape in a session: from readings, from sums, and in plain Java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SettlementBenchmark {

    private static final int AGREEMENTS = 500;

    private final SettlementEngine engine = new SettlementEngine();
    private BenchMonth month;
    private List<Case> fromReadings;
    private List<Case> fromSums;

    @Setup
    public void prepare() {
        month = new BenchMonth(engine, AGREEMENTS);
        fromReadings = month.fromReadings();
        fromSums = month.fromSums();
    }

    @Benchmark
    @OperationsPerInvocation(AGREEMENTS)
    public List<Outcome> rulesFromReadings() {
        return engine.settleAll(fromReadings);
    }

    @Benchmark
    @OperationsPerInvocation(AGREEMENTS)
    public List<Outcome> rulesFromSums() {
        return engine.settleAll(fromSums);
    }

    @Benchmark
    @OperationsPerInvocation(AGREEMENTS)
    public long plainJava() {
        return month.plain();
    }

    /** From the text of one agreement to its rules, built anew, and the first settlement by them. */
    @Benchmark
    public List<Outcome> textToRules() {
        SettlementEngine fresh = new SettlementEngine();
        return fresh.settleAll(new BenchMonth(fresh, 1).fromSums());
    }
}
