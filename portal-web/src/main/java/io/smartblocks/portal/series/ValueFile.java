package io.smartblocks.portal.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a file of values, a header and a row for each, and names the line of what cannot be used. */
final class ValueFile {

    private static final int LONGEST_FIGURE = 60;

    private final String text;
    private final String source;
    private final String name;

    ValueFile(String text, String source, String name) {
        this.text = text;
        this.source = source;
        this.name = name;
    }

    /** One row below its header. */
    record Line(int number, List<String> header, List<String> fields) {

        /** What stands in the column; empty where there is no such column. */
        String field(String column) {
            int at = header.indexOf(column);
            return at < 0 || at >= fields.size() ? "" : fields.get(at);
        }
    }

    /** The rows that are not empty; {@code expected} is the header in words. */
    List<Line> lines(List<String> columns, String expected) {
        List<String> lines = text.lines().map(String::strip).toList();
        List<String> header = lines.isEmpty() ? List.of() : fields(lines.get(0).toLowerCase(Locale.ROOT));
        if (!header.containsAll(columns)) {
            throw refused(1, "the header is '" + String.join(",", header) + "'", expected);
        }
        List<Line> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                rows.add(line(i + 1, header, fields(lines.get(i)), columns));
            }
        }
        if (rows.isEmpty()) {
            throw refused(1, "the file has a header and no values", "at least one value");
        }
        return rows;
    }

    private Line line(int number, List<String> header, List<String> fields, List<String> columns) {
        if (columns.stream().mapToInt(header::indexOf).anyMatch(at -> at >= fields.size())) {
            throw refused(
                    number,
                    "the row has " + (fields.size() == 1 ? "1 field" : fields.size() + " fields"),
                    "as many as in the header");
        }
        return new Line(number, header, fields);
    }

    BigDecimal decimal(Line line, String column) {
        String written = line.field(column);
        try {
            BigDecimal figure = new BigDecimal(written);
            // with an exponent a few letters can mean a figure that fills the memory once it is written out
            if (written.length() <= LONGEST_FIGURE && Math.abs((long) figure.scale()) <= LONGEST_FIGURE) {
                return figure;
            }
        } catch (NumberFormatException e) {
            throw wrong(line, written);
        }
        throw wrong(line, written);
    }

    private SeriesRefused wrong(Line line, String written) {
        return refused(
                line.number(), "'" + written + "' is not a number", "a number with a decimal point, such as 0.1125");
    }

    /** A refusal that names the file and line. */
    SeriesRefused refused(int line, String found, String expected) {
        return new SeriesRefused(name, source, line, found, expected);
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split("[,;\t]", -1)).map(String::strip).toList();
    }
}
