package io.smartblocks.portal.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a file of values, a header and a row for each, and names the line of what cannot be used. */
final class ValueFile {

    private final Path path;
    private final String name;

    ValueFile(Path path, String name) {
        this.path = path;
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
        List<String> lines = Texts.read(path).lines().map(String::strip).toList();
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
            throw refused(number, "the row has " + Count.of(fields.size(), "field"), "as many as in the header");
        }
        return new Line(number, header, fields);
    }

    BigDecimal decimal(Line line, String column) {
        try {
            return new BigDecimal(line.field(column));
        } catch (NumberFormatException e) {
            throw refused(
                    line.number(),
                    "'" + line.field(column) + "' is not a number",
                    "a number with a decimal point, such as 0.1125");
        }
    }

    /** A refusal that names the file and line. */
    InputRefused refused(int line, String found, String expected) {
        return new InputRefused("The values of %s cannot be used.\n%s:%d: %s; expected %s."
                .formatted(name, path, line, found, expected));
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split("[,;\t]", -1)).map(String::strip).toList();
    }
}
