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
    void tables_bands_and_shares_are_laid_out_in_rows() {
        String text = """
                table Target in kWh by Year: 1: 900; 2 to 3: 1,000.
                Fee is Use in bands: the first 5 kWh at 1 EUR per kWh; the rest at 2 EUR per kWh, counted from the start of Year.
                clause 1 "C": when Use is above 3 kWh, B shall pay 10 EUR at settlement: 2 % to C described as "c", the rest to D,
                described as "d". B mints 1 coin per kWh of Use to C. nothing is due under clause 2.
                """;

        assertThat(AgreementFormatter.format(new SourceText("t", text)).text()).hasValue("""
                        table Target in kWh by Year:
                          1: 900;
                          2 to 3: 1,000.
                        Fee is Use in bands:
                          the first 5 kWh at 1 EUR per kWh;
                          the rest at 2 EUR per kWh,
                          counted from the start of Year.
                        clause 1 "C":
                          when Use is above 3 kWh,
                          B shall pay 10 EUR at settlement:
                            2 % to C described as "c",
                            the rest to D, described as "d".
                          B mints 1 coin per kWh of Use to C.
                          nothing is due under clause 2.
                        """);
    }

    @Test
    void a_long_sentence_breaks_where_a_part_of_it_ends_and_never_inside_a_figure() {
        String text = """
                Day Saved is the total of Day Baseline over Quarter + the total of Day Adjustment over Quarter - the total of Day Register over Quarter.
                Fee Interest is Late Rate * the amount due by Client under clause 3.1 with VAT * the time clause 3.1 is late, rounded half up to 0.01 EUR.
                scenario "s": given Main Meter totals 19,860; 26,540; 34,180; 35,920; 31,010; 28,790; 24,480; 19,110; 15,370; 14,220; 11,890; 16,650 kWh every 1 month from 1 October 2025.
                """;

        assertThat(AgreementFormatter.format(new SourceText("t", text)).text()).hasValue("""
                        Day Saved is the total of Day Baseline over Quarter + the total of Day Adjustment over Quarter
                          - the total of Day Register over Quarter.
                        Fee Interest is Late Rate * the amount due by Client under clause 3.1 with VAT * the time clause 3.1 is late,
                          rounded half up to 0.01 EUR.
                        scenario "s":
                          given Main Meter totals 19,860; 26,540; 34,180; 35,920; 31,010; 28,790; 24,480; 19,110; 15,370; 14,220; 11,890; 16,650 kWh
                            every 1 month from 1 October 2025.
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
