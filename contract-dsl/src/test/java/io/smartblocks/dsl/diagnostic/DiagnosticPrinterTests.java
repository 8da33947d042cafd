package io.smartblocks.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.AgreementTexts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticPrinterTests {

    @Test
    void a_unit_mismatch_shows_both_units_and_how_to_mend_it() {
        String text = AgreementTexts.SMALL
                .replace("party Buyer", "meter Outdoor Station reads degree days every 1 day from \"w\".\nparty Buyer")
                .replace("Price is 0.20 EUR per kWh.", """
                        Base Load is 186,000 kWh.
                        Heating Slope is 340 kWh per degree day.
                        Adjusted Baseline is Base Load + Heating Slope.
                        Price is 0.20 EUR per kWh.""");
        SourceText source = new SourceText("linden.esco", text);
        List<Diagnostic> mismatch = AgreementCompiler.compile(source).diagnostics().stream()
                .filter(it -> it.code() == Code.E0301)
                .toList();

        assertThat(DiagnosticPrinter.print(source, mismatch)).isEqualTo("""
                        error[E0301]: the two sides of this sum have different units
                          --> linden.esco:16:34
                           |
                        16 | Adjusted Baseline is Base Load + Heating Slope.
                           |                      ---------   ^^^^^^^^^^^^^ kWh per degree day
                           |                      kWh
                           = help: multiply Heating Slope by degree days: `Heating Slope * the total of Outdoor Station over Month`

                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "party X is \"能源 GmbH\" and.|                       ^^^",
                "party X is \"😀😀 GmbH\" and.|                       ^^^",
                "party X is \"Straße\" and.|                    ^^^",
                "party X is \"Zu\u0308rich\" and.|                    ^^^",
                "party X is \"A\u202eB\".|             ^"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void carets_stand_under_their_words_however_wide_the_letters_before(String line, String carets) {
        assertThat(said(line)).contains("1 | " + line.replace('\u202e', '\uFFFD') + "\n  | " + carets + "\n");
    }

    @Test
    void a_tab_is_shown_as_one_space_so_that_carets_stay_in_place() {
        assertThat(said("party\tX\tis\t\"B\"\tand.")).contains("1 | party X is \"B\" and.\n  |                ^^^\n");
    }

    private static String said(String line) {
        SourceText source = new SourceText("t.esco", line);
        return DiagnosticPrinter.print(source, AgreementCompiler.compile(source).diagnostics());
    }

    @Test
    void json_and_sarif_name_code_place_and_message() {
        SourceText source = new SourceText("t.esco", AgreementTexts.SMALL.replace("within", "witin"));
        List<Diagnostic> said = AgreementCompiler.compile(source).diagnostics();

        assertThat(DiagnosticJson.write(source, said))
                .startsWith("{\"file\":\"t.esco\",\"diagnostics\":[{\"code\":\"E0101\",\"title\":\"unknown word\"")
                .contains("\"message\":\"`witin`: did you mean `within`?\"", "\"replacement\":\"within\"");
        assertThat(Sarif.write(source, said))
                .contains("\"version\":\"2.1.0\"", "\"ruleId\":\"E0101\"", "\"level\":\"error\"", "\"startLine\":15");
    }
}
