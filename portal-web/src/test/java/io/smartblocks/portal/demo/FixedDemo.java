package io.smartblocks.portal.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.smartblocks.portal.TemporaryData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A demo site on which it is one and the same moment for ever, with all its past behind it. */
@TestConfiguration(proxyBeanMethods = false)
class FixedDemo {

    /** The morning on which the site would begin to live. */
    private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");

    @Bean
    @Primary
    CatchUpClock standingClock() {
        return new CatchUpClock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** A data directory whose site was founded for that morning, with passwords that are the same each time. */
    static final class Data extends TemporaryData {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            Path data = Path.of(context.getEnvironment().getRequiredProperty("smartblocks.data"));
            try {
                Files.writeString(
                        data.resolve("demo-site.properties"),
                        "first-month=2026-07\nlive-from=2026-11-20\n" + passwords(),
                        UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("No demo site could be marked in " + data, e);
            }
        }

        private static String passwords() {
            return Arrays.stream(DemoPerson.values())
                    .map(person -> "password.%1$s=always-%1$s-1\n".formatted(person.login()))
                    .collect(joining());
        }
    }
}
