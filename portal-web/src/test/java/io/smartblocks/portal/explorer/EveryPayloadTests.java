package io.smartblocks.portal.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.Payload;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryPayloadTests {

    private static final Path WORDS = Path.of("src", "main", "resources", "messages.properties");

    @ParameterizedTest
    @MethodSource("actions")
    void what_happened_has_words(String action) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(WORDS, StandardCharsets.UTF_8)) {
            words.load(file);
        }
        assertThat(words).containsKey("happened." + action);
    }

    static Stream<String> actions() {
        return leaves(Payload.class)
                .map(type -> type.getSimpleName()
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT));
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? leaves(type) : Stream.of(type));
    }
}
