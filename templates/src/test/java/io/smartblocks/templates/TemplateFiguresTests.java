package io.smartblocks.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.Filled;
import io.smartblocks.dsl.FillingHead;
import io.smartblocks.dsl.TemplateFilling;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.scenario.ScenarioResult;
import io.smartblocks.runtime.scenario.ScenarioRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A template filled with the figures of a worked example beside the project meets that example's own scenarios. */
class TemplateFiguresTests {

    @ParameterizedTest
    @CsvSource({
        "guaranteed-savings, we1",
        "shared-savings, we2",
        "heat-delivery, we3",
        "energy-supply, we4",
        "heat-supply-take-or-pay, we4_heat",
        "pay-for-performance, we6"
    })
    void a_template_gives_the_figures_of_the_worked_example(String id, String example) throws IOException {
        String scenarios = scenarios(example);
        Template template = Templates.find(id).orElseThrow();
        SampleAnswers answers = answers(example);
        Filled filled = TemplateFilling.fill(
                new SourceText(id, template.text()),
                new FillingHead(answers.title(), answers.version()),
                answers.byParameter());
        assertThat(filled.problems()).isEmpty();
        Compilation compilation =
                AgreementCompiler.compile(new SourceText(example, filled.text().orElseThrow() + "\n" + scenarios));
        assertThat(compilation.diagnostics()).noneMatch(Diagnostic::isError);
        List<ScenarioResult> results =
                ScenarioRunner.run(compilation.agreement().orElseThrow());
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.steps()).isNotEmpty());
        assertThat(results.stream().flatMap(result -> result.failures().stream()))
                .isEmpty();
    }

    private static SampleAnswers answers(String example) throws IOException {
        try (var in = TemplateFiguresTests.class.getResourceAsStream(example + ".answers")) {
            return SampleAnswers.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What the worked example says after its agreement; skips the test where it is absent, but never in CI. */
    private static String scenarios(String example) throws IOException {
        Path folder = Path.of(System.getProperty("smartblocks.shared", "../../shared"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(folder).isDirectory();
        }
        assumeThat(folder).as("the folder shared/ beside the project").isDirectory();
        String text = Files.readString(folder.resolve("design/samples/" + example + ".esco"));
        return text.substring(text.indexOf("\nscenario ") + 1);
    }
}
