package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class DocumentationTests {

    @TempDir
    private Path dir;

    static List<String> documentedCommands() {
        return DocumentedExample.commands();
    }

    @ParameterizedTest
    @MethodSource("documentedCommands")
    void every_documented_command_exists(String words) {
        CommandLine command = top();
        for (String word : words.split(" ")) {
            if (word.startsWith("-") || command.getSubcommands().isEmpty()) {
                break;
            }
            assertThat(command.getSubcommands())
                    .as("commands of " + command.getCommandName())
                    .containsKey(word);
            command = command.getSubcommands().get(word);
        }
    }

    @Test
    void every_command_is_documented() {
        List<String> documented = documentedCommands();
        assertThat(top().getSubcommands().keySet())
                .allSatisfy(name -> assertThat(documented).anyMatch(words -> words.startsWith(name)));
    }

    @Test
    void the_documented_agreement_compiles_and_its_scenarios_pass() {
        Path agreement = DocumentedExample.agreementIn(dir);
        assertThat(Run.of("check", agreement).exitCode()).isZero();
        assertThat(Run.of("test", agreement).exitCode()).isZero();
    }

    @Test
    void the_documented_files_of_readings_and_index_values_can_be_settled_with() {
        Path agreement = DocumentedExample.agreementIn(dir);
        List<String> files = DocumentedExample.blocks("csv");
        Path readings = DocumentedExample.written(dir.resolve("heat.csv"), files.get(0));
        Path prices = DocumentedExample.written(dir.resolve("prices.csv"), files.get(1));
        Run run = Run.of(
                "settle",
                agreement,
                "--period",
                "2026-01-01",
                "--readings",
                "Heat Meter=" + readings,
                "--index",
                "Heat Price=" + prices);
        assertThat(run.out()).as(run.err()).contains("held").contains("Heat Meter");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private static CommandLine top() {
        return SmartBlocks.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
    }
}
