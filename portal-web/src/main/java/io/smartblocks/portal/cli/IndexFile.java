package io.smartblocks.portal.cli;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.ledger.transaction.IndexValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a file of index values: {@code from,to,value}, where {@code to} may be left out if it is known how long they hold. */
final class IndexFile {

    private final Path file;
    private final String name;
    private final Optional<TimeSpan> every;

    IndexFile(Path file, String name, Optional<TimeSpan> every) {
        this.file = file;
        this.name = name;
        this.every = every;
    }

    /** The values in the unit in which the index is published. */
    List<IndexValue> values() {
        List<String> lines = Texts.read(file).lines().map(String::strip).toList();
        List<String> header = lines.isEmpty() ? List.of() : fields(lines.get(0).toLowerCase(Locale.ROOT));
        int from = header.indexOf("from");
        int to = header.indexOf("to");
        int value = header.indexOf("value");
        if (from < 0 || value < 0 || to < 0 && every.isEmpty()) {
            String expected = every.isEmpty() ? "from,to,value" : "from,to,value or from,value";
            throw refused(1, "the header is '" + String.join(",", header) + "'", expected);
        }
        List<IndexValue> values = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                values.add(row(i + 1, fields(lines.get(i)), from, to, value));
            }
        }
        if (values.isEmpty()) {
            throw refused(1, "the file has a header and no values", "at least one value");
        }
        return values;
    }

    private IndexValue row(int line, List<String> fields, int from, int to, int value) {
        if (fields.size() <= Math.max(value, Math.max(from, to))) {
            throw refused(line, "the row has " + Count.of(fields.size(), "field"), "as many as in the header");
        }
        LocalDate start = day(line, fields.get(from));
        Optional<String> end =
                to < 0 ? Optional.empty() : Optional.of(fields.get(to)).filter(text -> !text.isEmpty());
        LocalDate until = end.map(text -> day(line, text))
                .or(() -> every.map(span -> plus(start, span)))
                .orElseThrow(() -> refused(line, "the value has no end", "the day after the last in column to"));
        if (!start.isBefore(until)) {
            throw refused(line, "the value holds from " + start + " to " + until, "an end after the start");
        }
        return new IndexValue(start, until, number(line, fields.get(value)));
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

    private InputRefused refused(int line, String found, String expected) {
        return new InputRefused("The values of %s cannot be used.\n%s:%d: %s; expected %s."
                .formatted(name, file, line, found, expected));
    }

    private static LocalDate plus(LocalDate day, TimeSpan span) {
        return switch (span.unit()) {
            case WEEK -> day.plusWeeks(span.count());
            case MONTH -> day.plusMonths(span.count());
            case YEAR -> day.plusYears(span.count());
            case DAY, WORKING_DAY -> day.plusDays(span.count());
            case MINUTE, HOUR -> day.plusDays(1);
        };
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split("[,;\t]", -1)).map(String::strip).toList();
    }
}
