package io.smartblocks.portal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real cases, which stand outside the project and are read where they stand. */
public final class SharedFiles {

    private SharedFiles() {}

    public static Path metering(String path) {
        Path file = Path.of(System.getProperty("smartblocks.shared", "../../shared"))
                .resolve("cases/metering")
                .resolve(path);
        if (!Files.exists(file) && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("The shared case " + file + " is missing; set smartblocks.shared");
        }
        assumeTrue(Files.exists(file), "The shared case " + file + " is not there; set smartblocks.shared");
        return file;
    }
}
