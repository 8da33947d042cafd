package io.smartblocks.portal;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/operations/security.md to the tests: each one that it names is there. */
class SecurityDocumentTests {

    private static final Path FILE = Path.of("../docs/operations/security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

    @Test
    void each_test_that_is_named_is_there() throws IOException {
        Map<String, String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith("Tests.java"))
                    .collect(toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityDocumentTests::read,
                            String::concat));
        }
        List<String> gone = NAMED.matcher(Files.readString(FILE))
                .results()
                .filter(named -> !tests.getOrDefault(named.group(1), "").contains("void " + named.group(2) + "("))
                .map(named -> named.group())
                .toList();

        assertThat(gone).isEmpty();
    }

    @Test
    void each_point_has_a_test() throws IOException {
        assertThat(Files.readString(FILE)
                        .lines()
                        .filter(line -> line.matches("\\| [^|-].*") && !line.endsWith("test |")))
                .hasSizeGreaterThan(30)
                .allMatch(line -> NAMED.matcher(line).find());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
