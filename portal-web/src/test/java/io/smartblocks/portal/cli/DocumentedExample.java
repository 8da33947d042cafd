package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docs/cli.md} shows its readers, so that tests use the same. */
final class DocumentedExample {

    private static final Path DOCUMENT = Path.of("..", "docs", "cli.md");
    private static final Pattern COMMAND = Pattern.compile("smartblocks ([a-z][a-z -]*[a-z])");

    private DocumentedExample() {}

    /** The first fenced block of a kind. */
    static String block(String kind) {
        return blocks(kind).get(0);
    }

    static List<String> blocks(String kind) {
        return Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Each {@code smartblocks …} in the document: the words up to the first that is no command. */
    static List<String> commands() {
        List<String> commands = text().lines()
                .map(COMMAND::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(commands).as("commands in " + DOCUMENT).isNotEmpty();
        return commands;
    }

    /** Writes the documented agreement into a directory. */
    static Path agreementIn(Path directory) {
        return written(directory.resolve("bakery.esco"), block("esco"));
    }

    static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
