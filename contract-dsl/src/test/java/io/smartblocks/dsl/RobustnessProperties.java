package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.smartblocks.dsl.diagnostic.DiagnosticPrinter;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessProperties {

    private static final List<String> SCRAPS = List.of(
            ".",
            ",",
            ";",
            ":",
            "(",
            ")",
            "\"",
            "#",
            "-",
            " is ",
            " when ",
            " the ",
            " 5 kWh ",
            "\u0000",
            "\ufeff",
            "😀",
            "\r\n",
            " Energy ",
            " over ",
            " otherwise ",
            "12",
            "clause 1 ",
            "previous ",
            " starting at ",
            " of ");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_change_of_a_text_makes_the_compiler_fail(long seed) {
        Random random = new Random(seed);
        String text = AgreementTexts.own().get((int) (seed % 4)).text();
        for (int run = 0; run < 25; run++) {
            SourceText changed = new SourceText("t", changed(text, random));
            assertThatCode(() -> everything(changed)).as(changed.text()).doesNotThrowAnyException();
        }
    }

    static Stream<String> oddTexts() {
        byte[] junk = new byte[20_000];
        new Random(9).nextBytes(junk);
        return Stream.of(
                "",
                ".",
                "\u0000",
                "\ud800",
                new String(junk, StandardCharsets.ISO_8859_1),
                "(".repeat(5_000),
                "A is " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + ".",
                "A is 1" + " + 1".repeat(50_000) + ".",
                "A is " + "5 % of ".repeat(5_000) + "1 EUR.",
                "A is " + "the lesser of ".repeat(3_000) + "1 EUR.",
                "clause 1 \"x\": " + "when A is above 1 kWh, ".repeat(3_000) + "settlement is held.",
                "9".repeat(100_000) + ".",
                "\"".repeat(1_001),
                "a.".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    void any_text_gives_diagnostics_and_no_agreement(String text) {
        Compilation compilation = everything(new SourceText("odd", text));
        assertThat(compilation.agreement()).isEmpty();
        assertThat(compilation.hasErrors()).isTrue();
    }

    @Test
    void a_megabyte_of_sentences_is_read() {
        StringBuilder text = new StringBuilder(AgreementTexts.SMALL);
        for (int i = 0; text.length() < 1_000_000; i++) {
            text.append("  expect Energy to be %d kWh.\n".formatted(i));
        }
        assertThat(AgreementCompiler.compile(new SourceText("long", text.toString()))
                        .agreement())
                .isPresent();
    }

    @Test
    void byte_order_mark_and_windows_lines_mean_nothing() {
        String text = "\ufeff" + AgreementTexts.SMALL.replace("\n", "\r\n");
        Compilation compilation = AgreementCompiler.compile(new SourceText("t", text));
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(AgreementFormatter.format(new SourceText("t", text)).text()).hasValue(AgreementTexts.SMALL);
    }

    @Test
    void a_long_chain_of_definitions_is_compiled() {
        StringBuilder text = new StringBuilder(AgreementTexts.SMALL);
        text.append("Chain 0 is 1 kWh.\n");
        for (int i = 1; i < 5_000; i++) {
            text.append("Chain %d is Chain %d + 1 kWh.\n".formatted(i, i - 1));
        }
        assertThat(AgreementCompiler.compile(new SourceText("chain", text.toString()))
                        .agreement())
                .isPresent();
    }

    private static Compilation everything(SourceText text) {
        Compilation compilation = AgreementCompiler.compile(text);
        assertThat(DiagnosticPrinter.print(text, compilation.diagnostics())).doesNotContain("antlr", "Context");
        AgreementFormatter.format(text);
        return compilation;
    }

    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(4)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 2 -> changed.setCharAt(at, (char) (32 + random.nextInt(96)));
                default -> {
                    int other = random.nextInt(changed.length());
                    changed.delete(Math.min(at, other), Math.min(Math.min(at, other) + 15, changed.length()));
                }
            }
        }
        return changed.toString();
    }
}
