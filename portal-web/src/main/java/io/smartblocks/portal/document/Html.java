package io.smartblocks.portal.document;

import java.util.List;

/** Writes well-formed HTML; every text is escaped here. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Markup as it is, made of nothing that anyone typed. */
    Html raw(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    Html element(String name, String text) {
        return raw("<" + name + ">" + escaped(text) + "</" + name.split(" ")[0] + ">");
    }

    Html heading(int level, String id, String text) {
        return element("h%d id=\"%s\"".formatted(level, id), text);
    }

    /** A table with a head, in which the first cell of each row names it and those from a column on are figures. */
    Html table(List<String> head, List<List<String>> rows, int figuresFrom) {
        raw("<table><thead><tr>");
        for (int column = 0; column < head.size(); column++) {
            element("th scope=\"col\"" + kind(column, figuresFrom), head.get(column));
        }
        raw("</tr></thead><tbody>");
        rows.forEach(row -> row(row, figuresFrom));
        return raw("</tbody></table>");
    }

    private void row(List<String> row, int figuresFrom) {
        raw("<tr>");
        element("th scope=\"row\"", row.get(0));
        for (int column = 1; column < row.size(); column++) {
            element("td" + kind(column, figuresFrom), row.get(column));
        }
        raw("</tr>");
    }

    private static String kind(int column, int figuresFrom) {
        return column >= figuresFrom ? " class=\"figure\"" : "";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
