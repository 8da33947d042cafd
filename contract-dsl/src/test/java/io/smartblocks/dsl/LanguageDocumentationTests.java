package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.LanguageDocumentation.Example;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageDocumentationTests {

    private static final List<Example> LANGUAGE = LanguageDocumentation.examples("README.md");
    private static final List<Example> MESSAGES = LanguageDocumentation.examples("messages.md");

    /** The frame names a season and an index that not every example uses. */
    private static final Set<String> UNUSED_IN_FRAME =
            AgreementCompiler.compile(new SourceText("frame", LANGUAGE.get(0).text())).diagnostics().stream()
                    .filter(diagnostic -> diagnostic.code() == Code.W0701)
                    .map(Diagnostic::message)
                    .collect(Collectors.toSet());

    static Stream<Example> examples() {
        return Stream.concat(LANGUAGE.stream(), MESSAGES.stream()).filter(example -> example.is("esco"));
    }

    static Stream<Example> answers() {
        return MESSAGES.stream().filter(example -> example.is("answers"));
    }

    static Stream<Code> codes() {
        return Arrays.stream(Code.values());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_compiles_or_gives_exactly_the_code_it_shows(Example example) {
        String text = example.within(LANGUAGE.get(0).text());
        List<Diagnostic> said = AgreementCompiler.compile(new SourceText("example", text)).diagnostics().stream()
                .filter(diagnostic -> !UNUSED_IN_FRAME.contains(diagnostic.message()))
                .toList();

        Set<Code> told = said.stream().map(Diagnostic::code).collect(Collectors.toSet());
        if (example.code().isPresent()) {
            assertThat(said.stream().filter(Diagnostic::isError).map(Diagnostic::code))
                    .as(text)
                    .allMatch(example.code().orElseThrow()::equals);
            assertThat(told).as(text).contains(example.code().orElseThrow());
        } else {
            assertThat(said.stream().filter(Diagnostic::isError)).as(text).isEmpty();
            example.section().ifPresent(mended -> assertThat(told).as(text).doesNotContain(mended));
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_answer_is_taken_or_gives_exactly_the_code_it_shows(Example example) {
        String template = MESSAGES.stream()
                .filter(it -> it.text().startsWith("template "))
                .findFirst()
                .orElseThrow()
                .text();
        Map<String, String> answers = new LinkedHashMap<>();
        example.text().lines().forEach(line -> answers.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));

        Filled filled = TemplateFilling.fill(
                new SourceText("template", template), new FillingHead("Quay Laundry", "1.0"), answers);

        assertThat(filled.problems().stream()
                        .map(problem -> problem.diagnostic().code()))
                .containsExactlyElementsOf(example.code().stream().toList());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void every_code_has_a_bad_and_a_good_example(Code code) {
        assertThat(LanguageDocumentation.read("messages.md"))
                .contains("| [%s](#".formatted(code), "\n## %s %s\n".formatted(code, code.title()));
        assertThat(MESSAGES.stream()
                        .filter(example ->
                                example.section().filter(code::equals).isPresent())
                        .filter(example -> !example.text().startsWith("template "))
                        .map(example -> example.code().isPresent()))
                .containsExactly(true, false);
    }

    @Test
    void the_table_of_codes_is_in_the_order_of_the_codes() {
        assertThat(LanguageDocumentation.read("messages.md")
                        .lines()
                        .filter(line -> line.startsWith("| ["))
                        .map(line -> line.substring(3, 8)))
                .containsExactlyElementsOf(codes().map(Code::name).toList());
    }
}
