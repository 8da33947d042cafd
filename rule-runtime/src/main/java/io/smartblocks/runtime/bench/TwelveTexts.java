package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;

/** Supply agreements of twelve shapes: with or without peak energy, demand, standing charge and VAT, prices of their own. */
final class TwelveTexts {

    private static final int SHAPES = 12;
    private static final String FILE = "from-readings.esco";
    private static final List<String> LEFT_OUT = List.of("\"standing charge\"", "\"demand\"", "\"energy peak\"");

    private TwelveTexts() {}

    /** The text of an agreement on a meter of its own. */
    static String text(int number) {
        String text = Sample.text(FILE, Sample.Prices.of(number / SHAPES))
                .replace("meter/IE-1/import", "meter/" + meter(number))
                .replace("31 December 2028", "31 December 2045");
        int shape = number % SHAPES;
        for (int i = 0; i < LEFT_OUT.size(); i++) {
            if ((shape & 1 << i) != 0 && !(shape >= 8 && i > 0)) {
                text = without(text, LEFT_OUT.get(i));
            }
        }
        if (shape >= 8 && shape % 4 >= 2) {
            text = without(text, "VAT at ");
        }
        return shape >= 8 ? text.replace("is above 0 kW", "is at least 1 kW") : text;
    }

    static Agreement compiled(int number) {
        String text = text(number);
        Compilation compilation = AgreementCompiler.compile(new SourceText(FILE, text));
        return compilation
                .agreement()
                .orElseThrow(() -> new IllegalStateException(text + " does not compile: " + compilation.diagnostics()));
    }

    static String meter(int number) {
        return "BENCH-" + number;
    }

    private static String without(String text, String mark) {
        return text.lines().filter(line -> !line.contains(mark)).reduce("", (all, line) -> all + line + "\n");
    }
}
