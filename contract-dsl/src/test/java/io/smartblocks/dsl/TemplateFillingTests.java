package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Vat;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.units.Exact;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFillingTests {

    private static final SourceText DEPOT = AgreementTexts.resource("depot.template.esco");
    private static final FillingHead HEAD = new FillingHead("Depot North", "1.0");

    @Test
    void answers_make_a_contract_that_compiles_without_a_warning() {
        Filled filled = TemplateFilling.fill(DEPOT, HEAD, answers());

        String text = filled.text().orElseThrow();
        assertThat(text)
                .startsWith("contract \"Depot North\" version 1.0 from template \"Depot savings\" version 2.1.\n"
                        + "in force from 1 February 2027 to 31 January 2030.\n")
                .contains(
                        "party Provider is \"Saver GmbH\".",
                        "meter Depot Meter reads kWh every 15 minutes from \"DE-1/import\".",
                        "period Quarter is every 3 months from 1 February 2027,",
                        "Share is 33.5 %.",
                        "Baseline is 340,000 MWh.")
                .doesNotContain("parameter");
        Compilation contract = AgreementCompiler.compile(new SourceText("depot.esco", text));
        assertThat(contract.agreement()).isPresent();
        assertThat(contract.openQuestions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Share      | 61           | E0803 | Share is 61 %. Enter 60 % or less.",
                "Share      | 9.99 %       | E0803 | Share is 9.99 %. Enter 10 % or more.",
                "Baseline   | 0.5          | E0803 | Baseline is 0.5 MWh. Enter 1 MWh or more.",
                "Baseline   | 34,00        | E0802 | Baseline: \"34,00\" is no number in MWh. Enter a number in MWh, such as 1,250.75.",
                "Share      | ``           | E0801 | Share is missing. Enter a number in %, such as 1,250.75.",
                "Start Date | 31 June 2027 | E0802 | Start Date: \"31 June 2027\" is no day of the calendar. Enter a day, such as 1 January 2027 or 2027-01-01.",
                "Owner      | A\"B         | E0802 | Owner: \"A\"B\" has a quotation mark or line break in it, or is longer than 200 characters. Enter the legal name of a party.",
                "Other      | 1            | E0804 | Other is no parameter of this template."
            })
    void an_answer_that_will_not_do_is_told_at_its_field(String parameter, String answer, Code code, String message) {
        Map<String, String> answers = answers();
        answers.put(parameter, answer);

        Filled filled = TemplateFilling.fill(DEPOT, HEAD, answers);

        assertThat(filled.text()).isEmpty();
        assertThat(filled.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.parameter()).hasValue(parameter);
            assertThat(problem.diagnostic().code()).isEqualTo(code);
            assertThat(problem.diagnostic().message()).isEqualTo(message);
        });
    }

    @Test
    void a_name_that_hides_a_character_is_refused() {
        Map<String, String> answers = answers();
        answers.put("Owner", "A \u202eB");
        assertThat(TemplateFilling.fill(DEPOT, HEAD, answers).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.diagnostic().message()).contains("cannot be seen"));
    }

    @Test
    void rates_are_named_in_the_contract_as_in_the_template() {
        SourceText template = AgreementTexts.resource("heat.template.esco");
        Filled filled = TemplateFilling.fill(
                template,
                HEAD,
                Map.of(
                        "Heat Meter", "DE-1/heat",
                        "Supplier", "Heat GmbH",
                        "Client", "Depot AG",
                        "Price Increase", "2.5",
                        "VAT Rate", "19 %"));

        assertThat(filled.problems()).isEmpty();
        String text = filled.text().orElseThrow();
        assertThat(text)
                .contains("meter Heat Meter registers MWh every 1 day from \"DE-1/heat\", rolls over at 10,000 MWh.");
        Compilation contract = AgreementCompiler.compile(new SourceText("heat.esco", text));
        assertThat(contract.openQuestions()).isEmpty();
        Agreement agreement = contract.agreement().orElseThrow();
        assertThat(agreement.vat()).extracting(Vat::rate).containsExactly(Exact.parse("0.19"));
        assertThat(agreement.meters()).extracting(Declaration.Meter::register).containsExactly(true);
        assertThat(Nodes.within(agreement.terms(), Limit.Rising.class))
                .extracting(rising -> rising.by().value())
                .containsExactly(Exact.parse("0.025"));
    }

    @Test
    void a_rate_that_is_computed_is_no_figure() {
        String text = AgreementTexts.SMALL + "Rate is 2 * 10 %.\nVAT at Rate is added to clause 1.";
        assertThat(AgreementCompiler.compile(new SourceText("small.esco", text)).diagnostics())
                .filteredOn(finding -> finding.code() == Code.E0204)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).isEqualTo("`Rate` is computed; here a fixed figure is expected"));
    }

    @Test
    void a_contract_is_no_template() {
        Filled filled = TemplateFilling.fill(new SourceText("small.esco", AgreementTexts.SMALL), HEAD, Map.of());
        assertThat(filled.text()).isEmpty();
        assertThat(filled.problems()).extracting(Filled.Problem::parameter).containsExactly(Optional.empty());
    }

    @Test
    void a_parameter_carries_the_help_of_its_field() {
        assertThat(AgreementCompiler.compile(DEPOT).agreement().orElseThrow().parameters())
                .filteredOn(parameter -> parameter.name().equals("Provider"))
                .extracting(Declaration.Parameter::description)
                .containsExactly(Optional.of("The company that saves energy"));
    }

    @Test
    void a_register_is_asked_for_with_the_stand_at_which_it_rolls_over() {
        String asked = DEPOT.text()
                .replace(
                        "a meter that reads kWh every 15 minutes",
                        "a meter that registers MWh every 1 day, rolls over at 10,000 MWh, described as \"The register\"");

        String text = TemplateFilling.fill(new SourceText("depot.esco", asked), HEAD, answers())
                .text()
                .orElseThrow();

        assertThat(text)
                .contains(
                        "meter Depot Meter registers MWh every 1 day from \"DE-1/import\", rolls over at 10,000 MWh.");
        Compilation contract = AgreementCompiler.compile(new SourceText("depot.esco", text));
        assertThat(contract.agreement().orElseThrow().meters()).allMatch(Declaration.Meter::register);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reads MWh every 1 day, rolls over at 10 MWh | E0204",
                "registers MWh every 1 day, rolls over at 0 MWh | E0107",
                "registers MWh every 1 day, rolls over at 10 kW | E0301"
            })
    void what_a_register_cannot_be_is_told_of_the_parameter(String reads, Code code) {
        String asked = DEPOT.text().replace("reads kWh every 15 minutes", reads);
        assertThat(AgreementCompiler.compile(new SourceText("depot.esco", asked))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .contains(code);
    }

    private static Map<String, String> answers() {
        return new HashMap<>(Map.of(
                "Provider", "Saver GmbH",
                "Owner", "Depot AG",
                "Depot Meter", "DE-1/import",
                "Start Date", "2027-02-01",
                "End Date", "31 January 2030",
                "Share", "33.5",
                "Baseline", "340,000"));
    }
}
