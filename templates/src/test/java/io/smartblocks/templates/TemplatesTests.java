package io.smartblocks.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.Filled;
import io.smartblocks.dsl.FillingHead;
import io.smartblocks.dsl.TemplateFilling;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import io.smartblocks.runtime.scenario.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTests {

    static List<Template> templates() {
        return Templates.all();
    }

    @Test
    void every_folder_with_a_template_is_offered() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("").toAbsolutePath())) {
            List<String> withTemplate = folders.filter(folder -> Files.exists(folder.resolve("template.esco")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(templates()).extracting(Template::id).containsExactlyInAnyOrderElementsOf(withTemplate);
        }
    }

    @Test
    void a_template_is_found_by_its_id_and_no_other_name() {
        assertThat(Templates.find("shared-savings")).isPresent();
        assertThat(Templates.find("../shared-savings")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void compiles_as_a_template_without_any_remark(Template template) {
        Compilation compilation = compile(template.id() + "/template.esco", template.text());
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.agreement().orElseThrow().head().kind()).isEqualTo(Head.Kind.TEMPLATE);
        assertThat(template.description()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void filled_with_the_sample_answers_gives_the_sample(Template template) {
        SampleAnswers answers = template.answers();
        Filled filled = TemplateFilling.fill(
                new SourceText(template.id(), template.text()),
                new FillingHead(answers.title(), answers.version()),
                answers.byParameter());
        assertThat(filled.problems()).isEmpty();
        assertThat(filled.text().map(text -> text + "\n" + template.workedExample()))
                .contains(template.sample());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void stands_in_the_canonical_layout(Template template) {
        assertThat(List.of(template.text(), template.sample()))
                .allSatisfy(text -> assertThat(AgreementFormatter.format(new SourceText(template.id(), text))
                                .text())
                        .contains(text));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void has_a_sample_without_any_remark(Template template) {
        assertThat(compile(template.id() + "/sample.esco", template.sample()).diagnostics())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> worked_examples() {
        return templates().stream()
                .flatMap(template -> ScenarioRunner.run(sample(template)).stream()
                        .map(result -> DynamicTest.dynamicTest(
                                template.id() + ": " + result.scenario(),
                                () -> assertThat(result.failures()).isEmpty())));
    }

    private static Agreement sample(Template template) {
        return compile(template.id(), template.sample()).agreement().orElseThrow();
    }

    private static Compilation compile(String name, String text) {
        return AgreementCompiler.compile(new SourceText(name, text));
    }
}
