package io.smartblocks.dsl.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of a message: what it means, with a wrong example, a right one, and how to mend it. */
public final class MessagePage {

    private MessagePage() {}

    /** The code that these letters name, in capitals or not. */
    public static Optional<Code> named(String letters) {
        return Arrays.stream(Code.values())
                .filter(code -> code.name().equals(letters.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** Where the page stands among the documentation. */
    public static String path(Code code) {
        return "docs/language/messages/" + code + ".md";
    }

    /** The page in Markdown. */
    public static String markdown(Code code) {
        try (InputStream page = MessagePage.class.getResourceAsStream("messages/" + code + ".md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page of %s could not be read".formatted(code), e);
        }
    }

    /** The page for a terminal: headings without marks, examples indented, links as their words. */
    public static String plain(Code code) {
        StringBuilder out = new StringBuilder();
        boolean example = false;
        for (String line : markdown(code).lines().toList()) {
            if (line.startsWith("```")) {
                example = !example;
            } else {
                out.append(example ? ("    " + line).stripTrailing() : words(line))
                        .append('\n');
            }
        }
        return out.toString();
    }

    /** The line that leads from messages to their pages; empty where there is no message. */
    public static Optional<String> lead(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .min(Comparator.comparing(Diagnostic::severity))
                .map(first -> "More on a message: smartblocks explain " + first.code());
    }

    private static String words(String line) {
        return line.replaceFirst("^#+ ", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
    }
}
