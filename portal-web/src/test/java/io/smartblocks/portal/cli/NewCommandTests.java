package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTests {

    private static final Template SAVINGS = Templates.find("shared-savings").orElseThrow();

    @TempDir
    private Path dir;

    @Test
    void answers_make_an_agreement_that_checks() throws IOException {
        Path file = dir.resolve("library.esco");
        Run run = Run.of(command(file, "--title", "Library savings", "--numbered", "2.0"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(file)).startsWith("contract \"Library savings\" version 2.0 from template");
        assertThat(Run.of("check", file).exitCode()).isZero();
    }

    @Test
    void a_file_that_exists_is_replaced_only_by_force() throws IOException {
        Path file = Files.writeString(dir.resolve("mine.esco"), "mine");
        Run refused = Run.of(command(file));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("mine.esco").contains("--force");
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(Run.of(command(file, "--force")).exitCode()).isZero();
        assertThat(Files.readString(file)).startsWith("contract ");
    }

    @Test
    void missing_wrong_and_unknown_answers_are_all_told_and_nothing_is_written() {
        Path file = dir.resolve("new.esco");
        Run run = Run.of("new", "shared-savings", "-o", file, "--answer", "Start Date=soon", "--answer", "Colour=blue");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("--answer \"Name=value\"")
                .contains("ESCO is missing. Enter the legal name of a party.")
                .contains("Start Date: \"soon\" is no day of the calendar.")
                .contains("Colour is no parameter of this template.");
        assertThat(file).doesNotExist();
    }

    @Test
    void an_unknown_template_is_refused_with_those_there_are() {
        Run run = Run.of("new", "savings", "-o", dir.resolve("new.esco"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("'savings'").contains("shared-savings");
    }

    @Test
    void a_template_may_be_a_file() throws IOException {
        Path template = Files.writeString(dir.resolve("small.esco"), """
                template "Small" version 1.0.
                in force from Start Date to 31 December 2029.
                time zone "Europe/Dublin".
                money is rounded half up to 0.01 EUR.
                parameter Start Date is a date.
                """);
        Path file = dir.resolve("new.esco");
        Run run = Run.of("new", template, "-o", file, "--answer", "Start Date=2027-02-01");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(file))
                .startsWith("contract \"Small\" version 1.0 from template \"Small\" version 1.0.")
                .contains("in force from 1 February 2027 to 31 December 2029.");
    }

    @Test
    void an_answer_given_twice_is_wrong_usage() {
        Run run = Run.of("new", "shared-savings", "-o", dir.resolve("n"), "--answer", "A=1", "--answer", "A=2");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--answer gives A twice");
    }

    @Test
    void on_a_terminal_only_what_is_missing_is_asked_until_the_input_ends() {
        List<Parameter> parameters = AgreementFiles.compile(new SourceText("template", SAVINGS.text()))
                .parameters();
        List<String> questions = new ArrayList<>();
        Interview interview = new Interview(
                question -> {
                    questions.add(question);
                    return questions.size() < 3 ? Optional.of("answer " + questions.size()) : Optional.empty();
                },
                new PrintWriter(new StringWriter()));
        String first = parameters.get(0).name();
        Map<String, String> answers = interview.complete(parameters, Map.of(first, "given"));
        assertThat(answers)
                .containsEntry(first, "given")
                .containsEntry(parameters.get(1).name(), "answer 1")
                .containsEntry(parameters.get(2).name(), "answer 2")
                .hasSize(3);
        assertThat(questions).hasSize(3).noneMatch(question -> question.startsWith(first + " ("));
    }

    private static Object[] command(Path file, Object... more) {
        List<Object> words = new ArrayList<>(List.of("new", "shared-savings", "-o", file));
        SAVINGS.answers().byParameter().forEach((name, value) -> words.addAll(List.of("--answer", name + "=" + value)));
        words.addAll(List.of(more));
        return words.toArray();
    }
}
