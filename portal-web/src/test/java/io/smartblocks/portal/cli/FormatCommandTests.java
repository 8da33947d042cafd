package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTests {

    @TempDir
    private Path dir;

    @Test
    void rewrites_a_file_once() throws IOException {
        Path file = untidy();
        Run first = Run.of("format", file);
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEqualTo(file + "\n");
        assertThat(first.err()).isEqualTo("1 file of 1 rewritten.\n");
        String formatted = Files.readString(file);
        Run second = Run.of("format", file);
        assertThat(second.err()).isEqualTo("0 files of 1 rewritten.\n");
        assertThat(Files.readString(file)).isEqualTo(formatted);
        assertThat(Run.of("test", file).exitCode()).isZero();
    }

    @Test
    void only_checks_when_asked_to() throws IOException {
        Path file = untidy();
        String before = Files.readString(file);
        Run run = Run.of("format", "--check", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(file + "\n");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void leaves_nothing_beside_the_file() throws IOException {
        Run.of("format", untidy());
        try (var files = Files.list(dir)) {
            assertThat(files).hasSize(1);
        }
    }

    private Path untidy() {
        String text = DocumentedExample.block("esco").replace("party Client is", "party   Client\n      is");
        return DocumentedExample.written(dir.resolve("untidy.esco"), text);
    }
}
