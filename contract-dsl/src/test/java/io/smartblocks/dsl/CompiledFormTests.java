package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceText;
import org.junit.jupiter.api.Test;

class CompiledFormTests {

    @Test
    void layout_and_notes_do_not_change_the_form_but_a_figure_does() {
        CompiledForm form = form(AgreementTexts.SMALL);
        assertThat(form(AgreementTexts.SMALL.replace("\n", "\n # a note\n\n"))).isEqualTo(form);
        assertThat(form(AgreementTexts.SMALL.replace("0.20 EUR", "0.21 EUR")).sha256())
                .isNotEqualTo(form.sha256());
    }

    @Test
    void the_form_is_sorted_json_with_its_version_and_without_places() {
        assertThat(form(AgreementTexts.SMALL).json())
                .startsWith("{\"agreement\":{\"clauses\":[")
                .endsWith("\"format\":1}")
                .contains("\"value\":\"0.2\"")
                .doesNotContain("\"at\"", "\"line\"");
    }

    @Test
    void the_hash_of_a_text_is_its_sha_256() {
        assertThat(CompiledForm.textHash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static CompiledForm form(String text) {
        return CompiledForm.of(
                AgreementCompiler.compile(new SourceText("t", text)).agreement().orElseThrow());
    }
}
