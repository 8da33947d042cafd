package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.LanguageDocumentation.Example;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.assembly.Library;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each message has a page, whose wrong example gives exactly its code and whose right one does not. */
class MessagePagesTests {

    private static final String INDEX = "messages/README.md";

    @ParameterizedTest
    @EnumSource(Code.class)
    void every_message_has_a_page_that_says_what_it_means_and_how_to_mend_it(Code code) {
        assertThat(LanguageDocumentation.read(page(code)))
                .startsWith("# %s %s\n\n".formatted(code, code.title()))
                .containsSubsequence("\n## Wrong\n", "\n## Right\n", "\n## How to mend it\n");
        assertThat(pair(code).stream().map(example -> example.code().orElse(null)))
                .containsExactly(code, null);
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void the_wrong_example_gives_exactly_its_code_and_the_right_one_does_not(Code code) {
        List<Code> wrong = codesOf(pair(code).get(0));
        List<Code> right = codesOf(pair(code).get(1));

        assertThat(wrong).contains(code);
        assertThat(wrong).filteredOn(MessagePagesTests::isError).allMatch(code::equals);
        assertThat(right).doesNotContain(code).noneMatch(MessagePagesTests::isError);
    }

    @Test
    void the_index_lists_every_page_in_the_order_of_the_codes() throws IOException {
        assertThat(LanguageDocumentation.read(INDEX).lines().filter(line -> line.startsWith("| [")))
                .containsExactlyElementsOf(Arrays.stream(Code.values())
                        .map(code -> "| [%s](%s.md) | %s |".formatted(code, code, code.title()))
                        .toList());
        try (Stream<Path> pages = Files.list(Path.of("..", "docs", "language", "messages"))) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Code.values())
                            .map(code -> code + ".md")
                            .toList());
        }
    }

    private static boolean isError(Code code) {
        return code.name().startsWith("E");
    }

    private static String page(Code code) {
        return "messages/%s.md".formatted(code);
    }

    private static List<Example> pair(Code code) {
        return LanguageDocumentation.examples(page(code)).stream()
                .filter(example -> !isTemplateOfAnswers(code, example))
                .toList();
    }

    private static boolean isTemplateOfAnswers(Code code, Example example) {
        return code == Code.E0801 && example.is("esco");
    }

    private static List<Code> codesOf(Example example) {
        if (example.is("form")) {
            return CompiledForm.read(example.text().strip()).diagnostics().stream()
                    .map(Diagnostic::code)
                    .toList();
        }
        if (example.is("amendment")) {
            return AgreementCompiler.amend(
                            new SourceText("base", LanguageDocumentation.frame()),
                            new SourceText("amendment", example.text()))
                    .diagnostics()
                    .stream()
                    .map(Diagnostic::code)
                    .toList();
        }
        if (example.is("texts")) {
            return codesOfTexts(example);
        }
        return example.is("answers")
                ? codesOfAnswers(example)
                : LanguageDocumentation.diagnostics(example).stream()
                        .map(Diagnostic::code)
                        .toList();
    }

    /** The first text, with the others at hand. */
    private static List<Code> codesOfTexts(Example example) {
        List<SourceText> texts = Arrays.stream(example.text().split("(?m)^---\n"))
                .map(text -> new SourceText("text", text))
                .toList();
        return AgreementCompiler.assemble(texts.get(0), new Library(texts.subList(1, texts.size())))
                .diagnostics()
                .stream()
                .map(Diagnostic::code)
                .toList();
    }

    private static List<Code> codesOfAnswers(Example example) {
        Map<String, String> answers = new LinkedHashMap<>();
        example.text().lines().forEach(line -> answers.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
        Filled filled = TemplateFilling.fill(
                new SourceText(
                        "template",
                        LanguageDocumentation.examples(page(Code.E0801)).get(0).text()),
                new FillingHead("Quay Laundry", "1.0"),
                answers);
        return filled.problems().stream()
                .map(problem -> problem.diagnostic().code())
                .toList();
    }
}
