package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Agreements of one shape with prices of their own. */
final class Sample {

    private Sample() {}

    /** Prices of one agreement in hundredths of a cent. */
    record Prices(int day, int night, int peak) {
        static Prices of(int number) {
            return new Prices(1_900 + number % 97, 1_100 + number % 89, 2_300 + number % 83);
        }
    }

    static List<Agreement> agreements(String file, int count) {
        String text = text(file);
        List<Agreement> agreements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            agreements.add(compiled(file, filled(text, Prices.of(i))));
        }
        return agreements;
    }

    /** A text of the module with prices filled in. */
    static String text(String file, Prices prices) {
        return filled(text(file), prices);
    }

    private static String filled(String text, Prices prices) {
        return text.replace("{day}", price(prices.day()))
                .replace("{night}", price(prices.night()))
                .replace("{peak}", price(prices.peak()));
    }

    private static String price(int units) {
        return String.format("0.%04d", units);
    }

    private static Agreement compiled(String file, String text) {
        Compilation compilation = AgreementCompiler.compile(new SourceText(file, text));
        return compilation
                .agreement()
                .orElseThrow(() -> new IllegalStateException(file + " does not compile: " + compilation.diagnostics()));
    }

    static String text(String file) {
        try (InputStream stream = Sample.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the module lacks its file " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
