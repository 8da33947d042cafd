package io.smartblocks.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context a data directory of its own under {@code target}. */
public class TemporaryData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "site-").toAbsolutePath();
            TestPropertyValues.of("smartblocks.data=" + data).applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException("No data directory could be made under target", e);
        }
    }
}
