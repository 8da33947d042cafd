package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.editor.Explained;
import io.smartblocks.dsl.editor.OpenText;
import io.smartblocks.dsl.editor.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/** One keystroke in the middle of a text: what completion, faults and hover take from a text that is new each time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class KeystrokeBenchmark {

    private static final String HEAD = """
            contract "Keys" version 1.0.
            in force from 1 January 2027 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Seller is "S Ltd".
            party Buyer is "B Ltd".
            meter Main Meter reads kWh every 15 minutes from "meter/1".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Main Meter are missing, hold settlement.
            Price is 0.20 EUR per kWh.
            """;

    @Param({"100", "1000"})
    private int sentences;

    private String before = "";
    private String after = "";
    private int letter;

    @Setup
    public void prepare() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < (sentences - 12) / 2; i++) {
            text.append("Energy ").append(i).append(" is the total of Main Meter over Month, at least 0 kWh.\n");
            text.append("clause ").append(i + 1).append(" \"Bill\":\n  Buyer shall pay Energy ").append(i);
            text.append(" * Price to Seller within 14 days after settlement.\n");
        }
        int middle = text.indexOf("clause " + sentences / 4 + " ");
        before = text.substring(0, middle) + "clause 9999 \"New\": Buyer shall pay Price to S";
        after = text.substring(middle);
    }

    /** The text after one more letter, which no answer of an earlier one fits. */
    private OpenText typed() {
        letter = (letter + 1) % 26;
        return OpenText.of(new SourceText("keys", before + (char) ('a' + letter) + after));
    }

    @Benchmark
    public List<Suggestion> completion() {
        return typed().suggestions(before.length());
    }

    @Benchmark
    public List<Diagnostic> faults() {
        return typed().diagnostics();
    }

    @Benchmark
    public Optional<Explained> hover() {
        return typed().explained(before.indexOf("Energy 1 "));
    }
}
