package io.smartblocks.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java");
    /** Names of modules, which nobody reads. */
    private static final Pattern IMPORTS = Pattern.compile("(?s)<script type=\"importmap\".*?</script>");

    private static final Pattern LITERAL_KEY = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]|msg\\('([\\w.-]+)'");
    private static final Pattern CODE_KEY = Pattern.compile("message\\(\\s*\"([a-z][\\w.-]*[a-z])\"");
    private static final List<String> SPOKEN = List.of("aria-label", "title", "alt", "placeholder");

    static Stream<Path> templates() throws IOException {
        return files(TEMPLATES, ".html");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_holds_no_literal_words(Path template) throws IOException, ParseException {
        List<String> words = new ArrayList<>();
        new SimpleMarkupParser(ParseConfiguration.htmlConfiguration())
                .parse(IMPORTS.matcher(Files.readString(template)).replaceAll(""), new AbstractSimpleMarkupHandler() {
                    @Override
                    public void handleText(char[] buffer, int offset, int length, int line, int column) {
                        collect(new String(buffer, offset, length), line);
                    }

                    @Override
                    public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
                        if (attributes != null) {
                            SPOKEN.stream()
                                    .filter(attributes::containsKey)
                                    .forEach(attribute -> collect(attributes.get(attribute), line));
                        }
                    }

                    private void collect(String text, int line) {
                        if (text.codePoints().anyMatch(Character::isLetter)) {
                            words.add("line " + line + ": " + text.strip());
                        }
                    }
                });

        assertThat(words).isEmpty();
    }

    @Test
    void every_key_that_is_used_has_a_message() throws IOException {
        Properties messages = messages();
        TreeSet<String> missing = new TreeSet<>();
        for (Path template : templates().toList()) {
            keys(LITERAL_KEY, Files.readString(template)).forEach(missing::add);
        }
        for (Path source : files(CODE, ".java").toList()) {
            keys(CODE_KEY, Files.readString(source)).forEach(missing::add);
        }

        missing.removeIf(messages::containsKey);

        assertThat(missing).isEmpty();
    }

    private static Stream<String> keys(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> Stream.iterate(1, group -> group <= found.groupCount(), group -> group + 1)
                        .map(found::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow());
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }

    private static Properties messages() throws IOException {
        Properties messages = new Properties();
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/messages.properties"))) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
