package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.assembly.Assembled;
import io.smartblocks.dsl.assembly.Library;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssemblingTests {

    private static final String TEMPLATE = """
            template "Heat saving" version 2.0.
            uses "weather/normalisation" version 1.2.
            in force from Start Date to 31 December 2036.
            time zone "Europe/Berlin".
            money is rounded half up to 0.01 EUR.
            parameter Contractor is a party, described as "Who saves".
            parameter Owner is a party.
            parameter Guaranteed Savings in kWh per year, at least 1,000 kWh per year.
            parameter Start Date is a date.
            parameter Deadband in %, at least 0 %, at most 10 %.
            parameter Gas Meter is a meter that reads kWh every 1 month.
            meter Outdoor Station reads degree days every 1 day from "weather/1".
            period Contract Year is every 1 year from Start Date.
            Gas Use is the total of Gas Meter over Contract Year.
            Price is 0.10 EUR per kWh.
            Shortfall is Guaranteed Savings * 1 year - (Base Load + Gas Use * 0), at least 0 kWh.
            clause 1 "Shortfall":
              when Shortfall is above (Deadband * 1 GWh), Contractor shall pay Shortfall * Price to Owner at settlement.
            """;
    private static final String MODULE = """
            module "weather/normalisation" version 1.2.
            # What the weather does not explain.
            Base Load is 186,000 kWh.
            """;
    private static final String HEAD =
            "contract \"Linden School\" version 1.0 from template \"Heat saving\" version 2.0.\n";
    private static final String ANSWERS = """
            party Contractor is "HeliosTherm GmbH".
            party Owner is "Linden School District".
            Guaranteed Savings is 0.3 GWh per year.
            Start Date is 1 January 2027.
            Deadband is 2 %.
            meter Gas Meter reads kWh every 1 month from "meter/DE-8841".
            """;

    @Test
    void an_instance_becomes_one_complete_text_that_needs_nothing_from_elsewhere() {
        Assembled assembled = assemble(HEAD + ANSWERS + """
                Bonus is 5 EUR.
                clause 2 "Bonus": for each Contract Year, Owner shall pay Bonus to Contractor at settlement.
                """);

        assertThat(assembled.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        SourceText text = assembled.text().orElseThrow();
        assertThat(text.text())
                .contains("from template \"Heat saving\" version 2.0.")
                .contains("in force from 1 January 2027 to 31 December 2036.")
                .contains("Guaranteed Savings is 0.3 GWh per year.")
                .contains("meter Gas Meter reads kWh every 1 month from \"meter/DE-8841\".")
                .contains("Base Load is 186,000 kWh.")
                .contains("clause 2 \"Bonus\"")
                .doesNotContain("parameter", "uses");
        Compilation complete = AgreementCompiler.compile(text);
        assertThat(complete.agreement()).isEqualTo(assembled.agreement());
        assertThat(complete.agreement().orElseThrow().head().from()).contains(new Head.Template("Heat saving", "2.0"));
        assertThat(complete.agreement().orElseThrow().clauses()).hasSize(2);
        assertThat(assembleWith(new Library(List.of(source(TEMPLATE), source(MODULE))), text.text())
                        .text())
                .contains(text);
    }

    @Test
    void the_sample_of_an_instance_stands_on_the_sample_of_a_template() {
        String template = AgreementTexts.sample("template.esco").text() + """
                in force from Start Date to 31 December 2036.
                time zone "Europe/Berlin".
                money is rounded half up to 0.01 EUR.
                meter Gas Meter reads kWh every 1 month from "meter/DE-8841".
                period Contract Year is every 1 year from Start Date.
                Shortfall is Guaranteed Savings * 1 year - Base Load - (the total of Gas Meter over Contract Year).
                clause 1 "Shortfall":
                  when Shortfall is above (Deadband * 1 GWh),
                  ESCO shall pay Shortfall * 0.10 EUR per kWh to Client at settlement.
                """;
        String instance = AgreementTexts.sample("instance.esco").text();
        Library library = library(template, MODULE.replace("weather/", "esco/weather "));

        Assembled without = assembleWith(library, instance);
        Assembled with = assembleWith(library, instance + "Start Date is 1 January 2027.\n");

        assertThat(codes(without)).containsExactly(Code.E0801);
        assertThat(without.diagnostics().get(0).message()).contains("`Start Date`");
        assertThat(with.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        assertThat(with.agreement().orElseThrow().terms())
                .extracting(term -> term.name())
                .contains("Guaranteed Savings", "Deadband", "Base Load");
    }

    @Test
    void an_instance_says_what_its_template_answers_and_adds_the_rest() {
        String shared = TEMPLATE.replace("time zone \"Europe/Berlin\".\n", "");
        Assembled assembled = assembleWith(library(shared, MODULE), HEAD + ANSWERS + "time zone \"Europe/Berlin\".\n");

        assertThat(assembled.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        assertThat(codes(assembleWith(library(shared, MODULE), HEAD + ANSWERS))).contains(Code.E0601);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deadband is 2 %.                | ''                                       | E0801 | 1 | nothing answers it",
                "Deadband is 2 %.                | Dead Band is 2 %.                        | E0801 | 1 | asks for `Deadband`",
                "Deadband is 2 %.                | Deadband is 11 %.                        | E0803 | 6 | Enter 10 % or less",
                "Deadband is 2 %.                | Deadband is 2 kWh.                       | E0802 | 6 | is in kWh, not in %",
                "Deadband is 2 %.                | Deadband is 1 % + 1 %.                   | E0802 | 6 | a figure in % for `Deadband`",
                "Deadband is 2 %.                | Deadband is 1 January 2027.              | E0802 | 6 | a figure in % for `Deadband`",
                "Guaranteed Savings is 0.3 GWh per year. | Guaranteed Savings is 999 kWh per year. | E0803 | 4 | Enter 1000 kWh per year or more",
                "Guaranteed Savings is 0.3 GWh per year. | Guaranteed Savings is 300,000 kWh. | E0802 | 4 | is in kWh, not in kWh per year",
                "party Owner is \"Linden School District\". | Owner is 5 kWh.               | E0802 | 3 | the party `Owner`",
                "every 1 month from              | every 1 day from                         | E0802 | 7 | the meter `Gas Meter`",
                "Start Date is 1 January 2027.   | Begin Date is 1 January 2027.            | E0804 | 5 | no day `Begin Date`",
                "Start Date is 1 January 2027.   | Start Date is 1 January 2037.            | E0605 | 1 | ",
                "Deadband is 2 %.                | Deadband is 2 %. Deadband is 3 %.        | E0603 | 6 | answered twice",
                "Deadband is 2 %.                | Deadband is 2 %. Price is 1 EUR per kWh. | E0804 | 6 | does not ask for it",
                "Deadband is 2 %.                | Deadband is 2 %. Extra is Nothing Known. | E0201 | 6 | no meaning",
                "Deadband is 2 %.                | Deadband is 2 %. uses \"x\" version 1.    | E0912 | 6 | \"x\" version 1 is not at hand",
            })
    void a_wrong_instance_is_told_at_its_own_sentence(String right, String wrong, Code code, int line, String words) {
        String text = HEAD + ANSWERS.replace(right.replace("\\\"", "\""), wrong.replace("\\\"", "\""));

        Assembled assembled = assemble(text);

        assertThat(assembled.text()).isEmpty();
        assertThat(assembled.diagnostics())
                .filteredOn(it -> it.code() == code)
                .isNotEmpty()
                .anySatisfy(it -> {
                    assertThat(it.range().line()).isEqualTo(line);
                    assertThat(it.message()).contains(Optional.ofNullable(words).orElse(""));
                });
    }

    @Test
    void a_template_that_is_not_at_hand_is_asked_for() {
        Assembled other = assemble((HEAD + ANSWERS).replace("version 2.0", "version 2.1"));
        Assembled none = assembleWith(new Library(List.of()), HEAD + ANSWERS);

        assertThat(codes(other)).containsExactly(Code.E0912);
        assertThat(other.diagnostics().get(0).fixes().get(0).text())
                .isEqualTo("at hand is version 2.0; put its file beside this one, or give it: `--template FILE`");
        assertThat(codes(none)).containsExactly(Code.E0912);
    }

    @Test
    void the_fault_of_a_template_is_told_at_the_head_that_names_it() {
        Assembled faulty =
                assembleWith(library(TEMPLATE.replace("0.10 EUR per kWh", "Nothing"), MODULE), HEAD + ANSWERS);
        Assembled alone = assembleWith(library(TEMPLATE), HEAD + ANSWERS);

        assertThat(codes(faulty)).containsExactly(Code.E0913);
        assertThat(faulty.diagnostics().get(0).message()).contains("`Nothing` has no meaning");
        assertThat(codes(alone)).containsExactly(Code.E0913);
        assertThat(alone.diagnostics().get(0).message()).contains("the module \"weather/normalisation\" version 1.2");
    }

    @Test
    void a_module_is_put_in_once_however_often_it_is_used() {
        Assembled assembled = assembleWith(
                library(
                        MODULE,
                        "module \"b\" version 1.\nuses \"weather/normalisation\" version 1.2.\nTwice is Base Load * 2.\n"),
                contract("uses \"b\" version 1.\nuses \"weather/normalisation\" version 1.2.\n"));

        assertThat(assembled.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        assertThat(assembled.text().orElseThrow().text())
                .containsOnlyOnce("Base Load is")
                .contains("Twice is Base Load * 2.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uses \"a\" version 2.                    | E0912 | at hand is version 1",
                "uses \"a\" version 1.                    | E0914 | uses itself",
                "uses \"c\" version 1.                    | E0913 | has errors itself",
                "uses \"d\" version 1.                    | E0913 | definitions and declarations only",
                "uses \"e\" version 1.                    | E0202 | `Base Load` is given a meaning twice",
                "uses \"f\" version 1.                    | E0912 | the module \"f\" version 1 uses it",
            })
    void a_module_that_cannot_be_used_is_told_where_it_is_used(String uses, Code code, String words) {
        Assembled assembled = assembleWith(
                library(
                        "module \"a\" version 1.\nuses \"b\" version 1.\n",
                        "module \"b\" version 1.\nuses \"a\" version 1.\n",
                        "module \"c\" version 1.\nFoo is Bar.\n",
                        "module \"d\" version 1.\ntime zone \"Europe/Berlin\".\n",
                        "module \"e\" version 1.\nBase Load is 7 kWh.\n",
                        "module \"f\" version 1.\nuses \"g\" version 1.\n"),
                contract(uses.replace("\\\"", "\"") + "\nBase Load is 5 kWh.\n"));

        assertThat(assembled.text()).isEmpty();
        assertThat(assembled.diagnostics())
                .filteredOn(Diagnostic::isError)
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.code()).isEqualTo(code);
                    assertThat(it.message() + it.fixes()).contains(words.replace("\\\"", "\""));
                });
    }

    @Test
    void the_names_of_a_module_that_is_not_at_hand_are_not_missed_one_by_one() {
        assertThat(AgreementCompiler.compile(source(contract("uses \"g\" version 1.\nTwice is Other * 2.\n")))
                        .diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Diagnostic::code)
                .containsExactly(Code.E0912);
    }

    private static String contract(String further) {
        return """
                contract "Mill" version 1.0.
                in force from 1 January 2027 to 31 December 2027.
                time zone "Europe/Berlin".
                money is rounded half up to 0.01 EUR.
                """ + further;
    }

    private static Assembled assemble(String text) {
        return assembleWith(library(TEMPLATE, MODULE), text);
    }

    private static Assembled assembleWith(Library library, String text) {
        return AgreementCompiler.assemble(source(text), library);
    }

    private static Library library(String... texts) {
        return new Library(Arrays.stream(texts).map(AssemblingTests::source).toList());
    }

    private static SourceText source(String text) {
        return new SourceText("text", text);
    }

    private static List<Code> codes(Assembled assembled) {
        return assembled.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::code)
                .distinct()
                .toList();
    }
}
