package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.LanguageDocumentation.Example;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageDocumentationTests {

    static Stream<Example> examples() {
        return LanguageDocumentation.PAGES.stream()
                .flatMap(page -> LanguageDocumentation.examples(page).stream())
                .filter(example -> example.is("esco"));
    }

    static Stream<Example> amendments() {
        return LanguageDocumentation.examples("reference.md").stream().filter(example -> example.is("amendment"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_compiles_or_gives_exactly_the_code_it_shows(Example example) {
        List<Diagnostic> errors = LanguageDocumentation.diagnostics(example).stream()
                .filter(Diagnostic::isError)
                .toList();

        assertThat(errors.stream().map(Diagnostic::code).distinct())
                .as(() -> errors + "\n" + example.text())
                .containsExactlyElementsOf(example.code().stream().toList());
    }

    @ParameterizedTest
    @MethodSource("amendments")
    void every_amendment_of_the_page_amends_its_agreement(Example amendment) {
        assertThat(AgreementCompiler.amend(
                                new SourceText("base", LanguageDocumentation.frame()),
                                new SourceText("amendment", amendment.text()))
                        .text())
                .isPresent();
    }

    @Test
    void the_instance_of_the_page_stands_on_its_template_and_the_module_by_itself() {
        String template = LanguageDocumentation.examples("reference.md").stream()
                .filter(example -> example.text().startsWith("template "))
                .findFirst()
                .orElseThrow()
                .text();
        assertThat(AgreementCompiler.instance(
                                new SourceText("template", template), new SourceText("instance", only("instance")))
                        .diagnostics())
                .noneMatch(Diagnostic::isError);
        assertThat(AgreementCompiler.compile(new SourceText("module", only("module")))
                        .diagnostics())
                .isEmpty();
    }

    private static String only(String language) {
        return LanguageDocumentation.examples("reference.md").stream()
                .filter(example -> example.is(language))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
