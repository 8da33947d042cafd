package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.amendment.Amended;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmendingTests {

    private static final SourceText BASE = AgreementTexts.resource("mill.esco");
    private static final String HEAD = """
            amendment 1 to "Weir Mill supply" version 1.0 gives version 1.1,
              effective 16 March 2027, signed by Seller, Buyer.
            """;

    @Test
    void an_amendment_makes_one_complete_text_in_canonical_layout() {
        Amended amended = amend("""
                replace Price is 0.30 EUR per kWh when it is from 08:00 to 20:00; 0.10 EUR per kWh otherwise.
                replace Standing Charge is 0.60 EUR per day, by days.
                replace clause 3 "Termination":
                  when clause 1 is breached for more than 30 days,
                  Buyer may terminate on 60 days notice.
                  Seller may terminate on 30 days notice.
                replace VAT at 10 % is added to clauses 1 and 2.5.
                replace due dates roll to the previous working day.
                repeal clause 2.
                clause 2.5 "Service": Buyer shall pay Service Fee * the days of Month to Seller at settlement.
                Service Fee is 0.05 EUR per day.
                """);

        assertThat(amended.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        assertThat(amended.text().orElseThrow().text())
                .isEqualTo(AgreementTexts.resource("mill.amended.esco").text());
        assertThat(amended.after().orElseThrow().head())
                .isEqualTo(new Head(
                        Head.Kind.CONTRACT,
                        "Weir Mill supply",
                        "1.1",
                        Optional.empty(),
                        Optional.of(new Head.InPlaceOf("1.0", LocalDate.of(2027, 3, 16), List.of("Standing Charge")))));
        assertThat(AgreementCompiler.compile(amended.text().orElseThrow()).agreement())
                .isEqualTo(amended.after());
    }

    @Test
    void an_amended_version_can_be_amended_again_and_forgets_what_changed_by_days_before() {
        SourceText first = amend("replace Standing Charge by days is 0.60 EUR per day.")
                .text()
                .orElseThrow();
        Amended second = AgreementCompiler.amend(
                first,
                new SourceText(
                        "second.esco",
                        HEAD.replace("amendment 1", "amendment 2")
                                        .replace("1.1", "1.2")
                                        .replace("1.0", "1.1")
                                        .replace("16 March", "1 June")
                                + "replace Standing Charge is 0.70 EUR per day by days.\nreplace Discount is 3 %."));

        assertThat(second.diagnostics()).isEmpty();
        assertThat(second.text().orElseThrow().text())
                .startsWith("contract \"Weir Mill supply\" version 1.2, in place of version 1.1 from 1 June 2027.\n")
                .contains("Standing Charge is 0.70 EUR per day by days.\n", "Discount is 3 %.\n");
        SourceText third = AgreementCompiler.amend(
                        second.text().orElseThrow(),
                        new SourceText(
                                "third.esco",
                                HEAD.replace("1.1", "1.10")
                                                .replace("1.0", "1.2")
                                                .replace("16 March", "1 June")
                                        + "replace Discount is 4 %."))
                .text()
                .orElseThrow();
        assertThat(third.text())
                .contains("version 1.10, in place of version 1.2", "Standing Charge is 0.70 EUR per day.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Weir Mill supply | Weir Mill | E0904 | this amends \"Weir Mill\", but the agreement at hand is \"Weir Mill supply\"",
                "version 1.0      | version 0.9 | E0904 | this amends version 0.9, but the text at hand is version 1.0",
                "version 1.1      | version 1.0 | E0905 | version 1.0 is not later than version 1.0, which it replaces",
                "16 March 2027    | 1 January 2028 | E0906 | the agreement is in force from 1 January 2027 to 31 December 2027",
                "16 March 2027    | 31 December 2026 | E0906 | the agreement is in force from 1 January 2027 to 31 December 2027",
                "16 March 2027    | Start Date | E0906 | `Start Date` is no day",
                "Seller, Buyer    | Seller, Byer | E0909 | `Byer` is no party of this agreement",
                "Seller, Buyer    | Seller | E0909 | Buyer does not sign, but only all parties together change the agreement",
            })
    void a_head_that_does_not_fit_the_agreement_is_refused(String part, String other, Code code, String message) {
        Amended amended = AgreementCompiler.amend(
                BASE, new SourceText("a.esco", HEAD.replace(part, other) + "replace Discount is 3 %."));
        assertThat(amended.text()).isEmpty();
        assertThat(amended.diagnostics()).singleElement().satisfies(said -> {
            assertThat(said.code()).isEqualTo(code);
            assertThat(said.message()).isEqualTo(message);
            assertThat(said.fixes()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "replace Prize is 1 EUR per kWh.|E0907|3|there is no `Prize` to replace in the version that is amended",
                "replace clause 9 \"X\" reads \"Y\".|E0907|3|there is no clause 9 to replace in the version that is amended",
                "repeal clause 9.|E0907|3|there is no clause 9 to repeal in the version that is amended",
                "repeal scenario \"dry\".|E0907|3|there is no scenario \"dry\" to repeal in the version that is amended",
                "repeal Price.|E0908|3|`Price` is repealed, but what stays still refers to it",
                "repeal clause 1.|E0908|3|clause 1 is repealed, but what stays still refers to it",
                "Discount is 4 %.|E0202|3|`Discount` stands in the version that is amended already",
                "due dates roll to the next working day.|E0603|3|sentence on due dates stands in the version that is amended already",
                "replace time zone \"Europe/Berlin\".|E0910|3|the time zone cannot be changed by an amendment",
                "replace in force from 1 February 2027 to 31 December 2027.|E0910|3|the first day of the agreement cannot be changed by an amendment",
                "replace in force from 1 January 2027 to 1 March 2027.|E0906|3|this version takes effect on a day on which the agreement is not in force",
                "replace period Month is every 2 months from 1 January 2027, settled 5 working days after its end.|E0910|3|the length and the beginning of `Month` cannot be changed by an amendment",
                "replace Price is 0.20 EUR per kWh when it is from 08:00 to 20:00; 0.11 EUR per kWh otherwise, by days.|E0911|3|`Price` has a value for each reading, which changes at midnight of the day anyway",
                "replace Discount is 5 EUR per kWh.|E0301|3|different units",
                "replace Discount is Rebate.|E0201|3|`Rebate` has no meaning in this agreement",
                "replace Price is 0.30 EUR per kWh whenn it is from 08:00 to 20:00; 0.10 EUR per kWh otherwise.|E0101|3|`whenn`",
            })
    void a_change_that_cannot_be_is_told_at_its_sentence(String change, Code code, int line, String message) {
        Amended amended = amend(change);
        assertThat(amended.text()).isEmpty();
        assertThat(amended.diagnostics()).filteredOn(Diagnostic::isError).anySatisfy(said -> {
            assertThat(said.code()).isEqualTo(code);
            assertThat(said.message()).contains(message);
            assertThat(said.range().line()).isEqualTo(line);
            assertThat(said.fixes()).isNotEmpty();
        });
    }

    @Test
    void an_amendment_alone_says_that_its_base_is_missing_and_nothing_else() {
        Compilation alone = AgreementCompiler.compile(new SourceText("a.esco", HEAD + "replace Discount is 3 %.\n"));
        assertThat(alone.agreement()).isEmpty();
        assertThat(alone.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.E0903);
    }

    @Test
    void a_base_with_errors_and_a_template_are_not_amended() {
        SourceText amendment = new SourceText("a.esco", HEAD + "replace Discount is 3 %.\n");
        SourceText faulty = new SourceText("b.esco", BASE.text().replace("time zone", "time zones"));
        assertThat(AgreementCompiler.amend(faulty, amendment).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.E0903);
        SourceText template = new SourceText("b.esco", BASE.text().replace("contract", "template"));
        assertThat(AgreementCompiler.amend(template, amendment).diagnostics())
                .extracting(Diagnostic::code)
                .contains(Code.E0904);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace Discount is 3 %.", "repeal clause 1.", "repeal Discount."})
    void a_contract_neither_replaces_nor_repeals(String sentence) {
        assertThat(AgreementCompiler.compile(new SourceText("b.esco", BASE.text() + sentence))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .contains(Code.E0108);
    }

    @Test
    void a_version_takes_effect_while_the_agreement_is_in_force() {
        for (String day : List.of("31 December 2026", "1 January 2028")) {
            String text = BASE.text().replace("version 1.0.", "version 1.1, in place of version 1.0 from " + day + ".");
            assertThat(AgreementCompiler.compile(new SourceText("b.esco", text)).diagnostics())
                    .filteredOn(Diagnostic::isError)
                    .extracting(Diagnostic::code)
                    .containsExactly(Code.E0906);
        }
    }

    @Test
    void a_windows_text_with_notes_and_two_sentences_a_line_is_amended_too() {
        String windows = "\uFEFF"
                + BASE.text()
                        .replace("Discount is 2 %.", "Discount is 2 %. Other is 1 EUR. # two")
                        .replace("\n", "\r\n");
        Amended amended = AgreementCompiler.amend(
                new SourceText("b.esco", windows),
                new SourceText(
                        "a.esco",
                        (HEAD + "repeal Other. # gone\nreplace Discount is 3 %. # note\nNew Thing is 2 EUR.")
                                .replace("\n", "\r\n")));
        assertThat(amended.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        assertThat(amended.text().orElseThrow().text())
                .contains("Discount is 3 %.", "New Thing is 2 EUR.")
                .doesNotContain("Other");
    }

    private static Amended amend(String changes) {
        return AgreementCompiler.amend(BASE, new SourceText("a.esco", HEAD + changes));
    }
}
