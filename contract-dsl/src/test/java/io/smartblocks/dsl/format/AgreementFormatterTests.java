package io.smartblocks.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementFormatterTests {

    static Stream<SourceText> own() {
        return AgreementTexts.own().stream();
    }

    @ParameterizedTest
    @MethodSource("own")
    void formatting_changes_neither_words_nor_meaning_and_a_second_time_nothing(SourceText text) {
        roundTrip(text);
    }

    @ParameterizedTest
    @MethodSource("io.smartblocks.dsl.AgreementTexts#samples")
    void every_sample_of_the_design_is_laid_out_without_change_of_words(String name) {
        roundTrip(AgreementTexts.sample(name + ".esco"));
    }

    @Test
    void cases_clauses_and_notes_are_laid_out() {
        String text = """
                contract   "Small" version 1.0.     # first
                # above


                Price is 1 EUR when Use  is above -5 kWh; 2 EUR otherwise, at least 0 EUR.
                clause 1 "C": when Use - 5 kWh is below 3 kWh,
                B shall pay Price to C at settlement. scenario "s": settle
                Month starting 1   May 2027.
                """;

        assertThat(AgreementFormatter.format(new SourceText("t", text)).text()).hasValue("""
                        contract "Small" version 1.0.  # first
                        # above

                        Price is 1 EUR when Use is above -5 kWh;
                                 2 EUR otherwise,
                                 at least 0 EUR.
                        clause 1 "C":
                          when Use - 5 kWh is below 3 kWh,
                          B shall pay Price to C at settlement.
                        scenario "s":
                          settle Month starting 1 May 2027.
                        """);
    }

    @Test
    void a_text_that_cannot_be_read_is_refused_with_its_errors() {
        Formatting refused =
                AgreementFormatter.format(new SourceText("t", AgreementTexts.SMALL.replace("within", "witin")));
        assertThat(refused.text()).isEmpty();
        assertThat(refused.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.E0101);
    }

    private static void roundTrip(SourceText text) {
        SourceText once = new SourceText(
                text.name(), AgreementFormatter.format(text).text().orElseThrow());
        assertThat(words(once)).isEqualTo(words(text));
        assertThat(AgreementFormatter.format(once).text()).hasValue(once.text());
        assertThat(AgreementCompiler.compile(once).agreement().map(CompiledForm::of))
                .isEqualTo(AgreementCompiler.compile(text).agreement().map(CompiledForm::of));
    }

    private static List<String> words(SourceText text) {
        return SentenceReader.lexemes(text).stream().map(Lexeme::tidy).toList();
    }
}
