package io.smartblocks.dsl;

import static io.smartblocks.dsl.diagnostic.Code.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsTests {

    /** What is told of two texts, with tests of its own. */
    private static boolean isOfSeveralTexts(Code code) {
        return code.name().startsWith("E08") || code.name().startsWith("E09");
    }

    static Stream<DiagnosticRow> rows() {
        return Stream.of(ReadingRows.rows(), MeaningRows.rows(), WholeRows.rows(), DutyRows.rows())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_fault_is_named_where_it_is_with_a_way_to_mend_it(DiagnosticRow row) {
        assertThat(AgreementTexts.SMALL).contains(row.from());
        SourceText text = new SourceText("t.esco", AgreementTexts.SMALL.replace(row.from(), row.to()));

        List<Diagnostic> said = AgreementCompiler.compile(text).diagnostics();

        assertThat(said).as("what is said: %s", said).anySatisfy(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(row.code());
            assertThat(diagnostic.message()).contains(row.message());
            assertThat(diagnostic.range().line()).isEqualTo(row.line());
            assertThat(diagnostic.range().column()).isEqualTo(row.column());
            assertThat(diagnostic.fixes().stream().map(Diagnostic.Fix::text).collect(Collectors.joining(" ")))
                    .contains(row.help());
        });
    }

    @Test
    void every_code_has_a_row() {
        Set<Code> covered = rows().map(DiagnosticRow::code).collect(Collectors.toSet());
        assertThat(Arrays.stream(Code.values()).filter(code -> !isOfSeveralTexts(code)))
                .allSatisfy(code -> assertThat(covered).contains(code));
    }

    @Test
    void the_small_agreement_has_nothing_to_say_about() {
        Compilation compilation = AgreementCompiler.compile(new SourceText("small.esco", AgreementTexts.SMALL));
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.agreement()).isPresent();
        assertThat(compilation.openQuestions()).isEmpty();
    }

    @Test
    void one_error_never_hides_the_rest() {
        String faulty = AgreementTexts.SMALL
                .replace("Ireland\".", "Ireland\"")
                .replace("meter Main Meter reads", "meter Main Meter raeds")
                .replace("Price is 0.20 EUR per kWh.", "Price is 0.20 EUR per per kWh.")
                .replace("within 14 days", "witin 14 days")
                .replace("expect no payment", "expect naught");

        List<Diagnostic> said =
                AgreementCompiler.compile(new SourceText("t.esco", faulty)).diagnostics();

        assertThat(said).extracting(it -> it.range().line()).containsExactly(4, 9, 13, 15, 17);
        assertThat(said).extracting(Diagnostic::code).containsExactly(E0102, E0101, E0103, E0101, E0101);
    }

    @Test
    void faults_of_meaning_are_reported_beside_faults_of_reading() {
        String faulty = AgreementTexts.SMALL
                .replace("Price is 0.20", "Price is is 0.20")
                .replace("total of Main Meter over Month", "total of Main Meter over Month + 5 EUR");

        assertThat(AgreementCompiler.compile(new SourceText("t.esco", faulty)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(E0301, E0103);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Price € is 0.20 EUR per kWh.",
                "Price iss 0.20 EUR per kWh.",
                "Price 0.20 EUR per kWh.",
                "Price is 0.20 EUR per per kWh.",
                "Pri\u200bce is 0.20 EUR per kWh.",
                "Price is 1.000,20 EUR per kWh.",
                "Price is 0,20 EUR per kWh."
            })
    void a_faulty_sentence_is_reported_once_and_nowhere_else(String sentence) {
        String faulty = AgreementTexts.SMALL.replace("Price is 0.20 EUR per kWh.", sentence);
        assertThat(AgreementCompiler.compile(new SourceText("t.esco", faulty)).diagnostics())
                .singleElement()
                .satisfies(said -> assertThat(said.range().line()).isEqualTo(13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"workin days follow \"Ireland\".", "working days folow \"Ireland\"."})
    void a_setting_that_cannot_be_read_is_not_missed_as_well(String sentence) {
        String faulty = AgreementTexts.SMALL.replace("working days follow \"Ireland\".", sentence);
        assertThat(AgreementCompiler.compile(new SourceText("t.esco", faulty)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(E0101);
    }

    @Test
    void a_text_without_a_sentence_has_one_fault() {
        assertThat(AgreementCompiler.compile(new SourceText("t.esco", "# nothing yet\n"))
                        .diagnostics())
                .singleElement()
                .satisfies(said -> assertThat(said.message()).isEqualTo("there is no sentence in this text"));
    }

    @Test
    void a_figure_in_the_other_temperature_is_converted_in_the_help() {
        String text = AgreementTexts.SMALL
                .replace(
                        "period Month",
                        "meter Room Sensor reads °F every 15 minutes from \"meter/2\".\n"
                                + "when readings of Room Sensor are missing, hold settlement.\nperiod Month")
                .replace("Buyer shall", "when the average of Room Sensor over Month is above 20 °C, Buyer shall");
        assertThat(AgreementCompiler.compile(new SourceText("t.esco", text)).diagnostics())
                .singleElement()
                .satisfies(said -> assertThat(said.fixes())
                        .extracting(Diagnostic.Fix::text)
                        .containsExactly("write it in °F: `68 °F`"));
    }
}
