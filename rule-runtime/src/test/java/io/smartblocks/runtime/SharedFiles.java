package io.smartblocks.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files beside the project that tests read where they stand. */
public final class SharedFiles {

    private SharedFiles() {}

    /** The text of a file under the shared folder; skips the test where the folder is absent, but never in CI. */
    public static String text(String path) throws IOException {
        return Files.readString(path(path));
    }

    /** A file or folder under the shared folder, likewise. */
    public static Path path(String path) {
        Path folder = Path.of(System.getProperty("smartblocks.shared", "../../shared"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(folder).isDirectory();
        }
        assumeThat(folder).as("the folder shared/ beside the project").isDirectory();
        return folder.resolve(path);
    }

    /** A compiled sample agreement. */
    public static Agreement sample(String name) throws IOException {
        return compiled(name, text("design/samples/" + name + ".esco"));
    }

    /** A sample agreement with the sentences and scenarios of our own that complete it. */
    public static Agreement completed(String name) throws IOException {
        Path own = Path.of("..", "contract-dsl", "src", "test", "resources", "completions", name + ".txt");
        return compiled(name, text("design/samples/" + name + ".esco") + "\n" + Files.readString(own));
    }

    /** The agreement that a text says. */
    public static Agreement compiled(String name, String text) {
        Compilation compilation = AgreementCompiler.compile(new SourceText(name + ".esco", text));
        return compilation.agreement().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }
}
