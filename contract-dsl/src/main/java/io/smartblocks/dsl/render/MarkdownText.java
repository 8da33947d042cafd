package io.smartblocks.dsl.render;

import static java.util.stream.Collectors.joining;

/** Writes words so that Markdown shows them as they are. */
final class MarkdownText {

    private MarkdownText() {}

    /** Words inside a line; a line break in them becomes a space. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.replaceAll("\\s*\\R\\s*", " ").toCharArray()) {
            if (c == '&') {
                out.append("&amp;");
            } else {
                out.append("\\`*_[]<>#|~".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }

    /** Prose of several lines; empty lines part its paragraphs. */
    static String prose(String text) {
        return text.lines()
                .map(String::strip)
                .map(MarkdownText::escaped)
                .map(line -> line.replaceFirst("^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2"))
                .map(line -> line.replaceFirst("^([-+=])", "\\\\$1"))
                .collect(joining("\n"));
    }
}
