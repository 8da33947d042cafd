package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, as it is started from a shell. */
class ProcessIT {

    @TempDir
    private Path dir;

    @Test
    void tells_its_exit_code_and_keeps_results_apart_from_messages() throws Exception {
        Path good = DocumentedExample.agreementIn(dir);
        Finished checked = started("check", good.toString());
        assertThat(checked.exitCode()).as(checked.err()).isZero();
        assertThat(checked.out()).isEmpty();
        assertThat(checked.err()).isEqualTo("1 file checked: 0 errors, 0 warnings, 0 notes.\n");
        Finished missing = started("check", "nowhere.esco");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).isEqualTo("error: There is no file 'nowhere.esco'.\n");
    }

    @Test
    void keeps_libraries_silent() throws Exception {
        Finished tested = started("test", DocumentedExample.agreementIn(dir).toString());
        assertThat(tested.exitCode()).as(tested.err()).isZero();
        assertThat(tested.err()).isEqualTo("1 scenario, 0 failures.\n");
    }

    @Test
    void prints_units_in_utf_8_whatever_the_terminal() throws Exception {
        Path cold = DocumentedExample.written(
                dir.resolve("cold.esco"), "contract \"Kälte\" version 1.0.\nKälte is 5 °C + 1 kWh.\n");
        assertThat(started("check", cold.toString()).out()).contains("Kälte is 5 °C");
    }

    private Finished started(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SmartBlocks.class.getName()));
        command.addAll(List.of(arguments));
        Path out = dir.resolve("out");
        Path err = dir.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Finished(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private record Finished(int exitCode, String out, String err) {}
}
