package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTests {

    @TempDir
    private Path dir;

    static List<String> everyCommand() {
        List<String> names = new ArrayList<>();
        collect(
                SmartBlocks.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())),
                "",
                names);
        return names;
    }

    private static void collect(CommandLine command, String path, List<String> names) {
        names.add(path);
        command.getSubcommands().forEach((name, sub) -> collect(sub, (path + " " + name).strip(), names));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void every_command_explains_itself_and_tells_its_version(String command) {
        Run help = Run.of((Object[]) (command + " --help").strip().split(" "));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: smartblocks").contains(command);
        assertThat(help.err()).isEmpty();
        Run version = Run.of((Object[]) (command + " --version").strip().split(" "));
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("SmartBlocks ");
    }

    @Test
    void no_command_at_all_is_wrong_usage() {
        Run run = Run.of();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("A command is missing; there are serve, check, format");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            settle a.esco --period 2026-13-01 | --period: '2026-13-01' is not a day, such as 2026-10-01.
            run-due --until yesterday         | --until: 'yesterday' is not an instant, such as 2026-11-06T00:00:00Z.
            serve --port http                 | --port: 'http' is not a whole number.
            """, quoteCharacter = '"')
    void a_value_of_another_kind_is_wrong_usage_and_says_what_is_expected(String command, String message) {
        Run run = Run.of((Object[]) command.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: " + message + "\n");
    }

    @Test
    void an_unknown_command_is_wrong_usage_with_the_nearest_one() {
        Run run = Run.of("chekc", "a.esco");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("chekc").contains("check").contains("--help");
    }

    @Test
    void an_unknown_option_is_wrong_usage_with_the_nearest_one() {
        Run run = Run.of("check", "--fromat", "json", "a.esco");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--fromat").contains("--format");
    }

    @Test
    void a_missing_file_name_is_wrong_usage() {
        Run run = Run.of("check");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("FILE");
    }

    @Test
    void a_port_that_does_not_exist_is_wrong_usage() {
        Run run = Run.of("serve", "--port", "70000", "--data", dir.resolve("new"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no port 70000; choose one from 0 to 65535.");
        assertThat(dir.resolve("new")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "format", "test", "rules"})
    void a_file_that_is_not_there_is_refused(String command) {
        Run run = Run.of(command, dir.resolve("nowhere.esco"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no file '" + dir.resolve("nowhere.esco") + "'.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_directory_in_place_of_a_file_is_refused() {
        Run run = Run.of("check", dir);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("'" + dir + "' is a directory; name the files in it.");
    }

    @Test
    void a_file_in_another_encoding_is_refused() throws Exception {
        Path file = Files.write(dir.resolve("latin.esco"), new byte[] {'c', (byte) 0xE9});
        Run run = Run.of("check", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is not UTF-8 text");
    }

    @Test
    void several_unreadable_files_are_all_named() {
        Run run = Run.of("check", dir.resolve("one.esco"), dir.resolve("two.esco"));
        assertThat(run.err()).contains("one.esco").contains("two.esco");
    }

    @Test
    void a_data_directory_with_other_things_in_it_is_refused() throws Exception {
        Files.writeString(dir.resolve("letters.txt"), "mine");
        Run run = Run.of("serve", "--data", dir);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is not empty and holds no ledger");
    }

    @Test
    void a_demo_does_not_enter_a_ledger_that_is_none() throws Exception {
        Files.createDirectories(dir.resolve("ledger"));
        Run run = Run.of("serve", "--demo", "--data", dir);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("holds a ledger that is no demo site").contains("--data");
    }

    @Test
    void no_message_shows_where_in_the_program_it_came_from() {
        assertThat(Run.of("check", dir).err()).doesNotContain("\tat ");
    }
}
