package io.smartblocks.dsl.render;

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

    /** A paragraph of prose, whose beginning is never taken for the mark of a list. */
    static String prose(String paragraph) {
        return escaped(paragraph)
                .replaceFirst("^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2")
                .replaceFirst("^([-+=])", "\\\\$1");
    }
}
