package io.smartblocks.portal.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a file of values by local days: {@code from,to,value}, {@code to} being the day after the last. */
final class DatedRows {

    private final Path file;
    private final String name;

    DatedRows(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** One row; it has no end where the column {@code to} is absent or empty. */
    record Row(int line, LocalDate from, Optional<LocalDate> to, BigDecimal value) {}

    /** The rows in the order of the file; {@code expected} is the header in words. */
    List<Row> rows(boolean withEnd, String expected) {
        List<String> lines = Texts.read(file).lines().map(String::strip).toList();
        List<String> header = lines.isEmpty() ? List.of() : fields(lines.get(0).toLowerCase(Locale.ROOT));
        int from = header.indexOf("from");
        int to = header.indexOf("to");
        int value = header.indexOf("value");
        if (from < 0 || value < 0 || to < 0 && withEnd) {
            throw refused(1, "the header is '" + String.join(",", header) + "'", expected);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                rows.add(row(i + 1, fields(lines.get(i)), from, to, value));
            }
        }
        if (rows.isEmpty()) {
            throw refused(1, "the file has a header and no values", "at least one value");
        }
        return rows;
    }

    private Row row(int line, List<String> fields, int from, int to, int value) {
        if (fields.size() <= Math.max(value, Math.max(from, to))) {
            throw refused(line, "the row has " + Count.of(fields.size(), "field"), "as many as in the header");
        }
        Optional<String> end =
                to < 0 ? Optional.empty() : Optional.of(fields.get(to)).filter(text -> !text.isEmpty());
        LocalDate start = day(line, fields.get(from));
        Optional<LocalDate> until = end.map(text -> day(line, text));
        until.filter(day -> !start.isBefore(day)).ifPresent(day -> {
            throw refused(line, "the value holds from " + start + " to " + day, "an end after the start");
        });
        return new Row(line, start, until, number(line, fields.get(value)));
    }

    private LocalDate day(int line, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(line, "'" + text + "' is not a day", "a day such as 2026-10-25");
        }
    }

    private BigDecimal number(int line, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw refused(line, "'" + text + "' is not a number", "a number with a decimal point, such as 0.1125");
        }
    }

    /** A refusal that names the file and line. */
    InputRefused refused(int line, String found, String expected) {
        return new InputRefused("The values of %s cannot be used.\n%s:%d: %s; expected %s."
                .formatted(name, file, line, found, expected));
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split("[,;\t]", -1)).map(String::strip).toList();
    }
}
