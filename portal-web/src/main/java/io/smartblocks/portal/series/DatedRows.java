package io.smartblocks.portal.series;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a file of values by local days: {@code from,to,value}, {@code to} being the day after the last. */
public final class DatedRows {

    private final ValueFile file;

    /**
     * Of a file.
     *
     * @param text what it says
     * @param source where it lies, for messages
     * @param name what its values are of, for messages
     */
    public DatedRows(String text, String source, String name) {
        this.file = new ValueFile(text, source, name);
    }

    /** One row; it has no end where the column {@code to} is absent or empty. */
    public record Row(int line, LocalDate from, Optional<LocalDate> to, BigDecimal value) {}

    /** The rows in the order of the file; {@code expected} is the header in words. */
    public List<Row> rows(boolean withEnd, String expected) {
        List<String> columns = withEnd ? List.of("from", "to", "value") : List.of("from", "value");
        return file.lines(columns, expected).stream().map(this::row).toList();
    }

    private Row row(ValueFile.Line line) {
        LocalDate start = day(line, "from");
        Optional<LocalDate> until = line.field("to").isEmpty() ? Optional.empty() : Optional.of(day(line, "to"));
        until.filter(day -> !start.isBefore(day)).ifPresent(day -> {
            throw refused(line.number(), "the value holds from " + start + " to " + day, "an end after the start");
        });
        return new Row(line.number(), start, until, file.decimal(line, "value"));
    }

    private LocalDate day(ValueFile.Line line, String column) {
        try {
            return LocalDate.parse(line.field(column));
        } catch (DateTimeException e) {
            throw refused(line.number(), "'" + line.field(column) + "' is not a day", "a day such as 2026-10-25");
        }
    }

    /** A refusal that names the file and line. */
    public SeriesRefused refused(int line, String found, String expected) {
        return file.refused(line, found, expected);
    }
}
