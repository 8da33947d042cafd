package io.smartblocks.portal.energy.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.FillingHead;
import io.smartblocks.dsl.TemplateFilling;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.portal.energy.agreed.SavingsTerms;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the templates say of savings is found from how their terms are made, not from what they are called. */
class SavingsTermsTests {

    @ParameterizedTest
    @CsvSource({
        "shared-savings-heat, Baseline Use, Energy Used, Energy Saved, ",
        "guaranteed-savings, Adjusted Baseline, Energy Used, Verified Savings, Guaranteed Savings",
        "pay-for-performance, Baseline Energy, , Energy Saved, "
    })
    void savings_are_a_baseline_less_the_total_of_a_meter(
            String template, String baseline, String used, String savings, String guarantee) {
        assertThat(SavingsTerms.of(agreement(template)))
                .hasValue(new SavingsTerms(
                        Optional.ofNullable(baseline),
                        Optional.ofNullable(used),
                        savings,
                        Optional.ofNullable(guarantee)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time-of-use-supply", "heat-supply-take-or-pay", "power-purchase", "energy-supply"})
    void what_is_short_of_a_promise_is_no_saving(String template) {
        assertThat(SavingsTerms.of(agreement(template))).isEmpty();
    }

    private static Agreement agreement(String id) {
        Template template = Templates.find(id).orElseThrow();
        String text = TemplateFilling.fill(
                        new SourceText(id, template.text()),
                        new FillingHead("Example", "1.0"),
                        template.answers().byParameter())
                .text()
                .orElseThrow();
        return AgreementCompiler.compile(new SourceText(id, text)).agreement().orElseThrow();
    }

    @Test
    void a_text_without_terms_has_none() {
        assertThat(SavingsTerms.of(agreement("local-coin"))).isEmpty();
    }
}
