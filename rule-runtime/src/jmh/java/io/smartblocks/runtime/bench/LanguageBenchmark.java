package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import io.smartblocks.dsl.format.Formatting;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long agreements of 50, 500 and 5,000 sentences take to be checked and laid out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class LanguageBenchmark {

    private static final String HEAD = """
            contract "Many machines" version 1.0.
            in force from 1 January 2027 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Seller is "S Ltd".
            party Buyer is "B Ltd".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            season Winter is 1 November to 31 March.
            """;

    private static final String MACHINE = """
            meter Meter %1$d reads kWh every 15 minutes from "meter/%1$d".
            when readings of Meter %1$d are missing: for up to 2 hours, use the average of the previous 2 hours; for longer, hold settlement.
            Price %1$d is 0.20 EUR per kWh when it is a working day from 08:00 to 20:00 in Winter; 0.12 EUR per kWh otherwise.
            Energy %1$d is the total of Meter %1$d over Month.
            Allowance %1$d is %1$d kWh.
            Excess %1$d is the amount by which Energy %1$d exceeds Allowance %1$d.
            Cost %1$d is the total of (Meter %1$d * Price %1$d) over Month, at most 40,000 EUR.
            Penalty %1$d is 0.05 EUR per kWh * Excess %1$d, rounded half up to 0.01 EUR.
            clause %1$d.1 "Energy": Buyer shall pay Cost %1$d to Seller within 14 days after settlement, described as "energy".
            clause %1$d.2 "Excess": when Excess %1$d is above 0 kWh, Buyer shall pay Penalty %1$d to Seller within 14 days after settlement.
            """;

    @Param({"50", "500", "5000"})
    public int sentences;

    private SourceText text;

    @Setup
    public void prepare() {
        text = new SourceText("many.esco", HEAD + IntStream.rangeClosed(1, sentences / 10 - 1)
                .mapToObj(MACHINE::formatted)
                .collect(Collectors.joining()));
    }

    @Benchmark
    public Compilation check() {
        return AgreementCompiler.compile(text);
    }

    @Benchmark
    public Formatting layOut() {
        return AgreementFormatter.format(text);
    }
}
