package io.smartblocks.portal.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.InitializeResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language server as an editor starts it: a process of its own. */
class LspProcessIT {

    @TempDir
    private Path dir;

    @Test
    void speaks_over_standard_input_and_output_and_ends_when_told() throws Exception {
        Path err = dir.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.smartblocks.portal.cli.SmartBlocks",
                        "lsp",
                        "--stdio")
                .redirectError(err.toFile())
                .start();
        try {
            EditorSeat editor = new EditorSeat(process.getInputStream(), process.getOutputStream());
            InitializeResult result = editor.greet();
            assertThat(result.getServerInfo().getName()).isEqualTo("smartblocks");
            editor.open("file:///k%C3%A4lte.esco", "Kälte is 5 °C + 1 kWh.\n");
            assertThat(editor.said("file:///k%C3%A4lte.esco", 1).getDiagnostics())
                    .anyMatch(fault -> fault.getCode().getLeft().equals("E0301"));
            editor.goodbye();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(Files.readString(err)).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }
}
