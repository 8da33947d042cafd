package io.smartblocks.portal.series;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.ledger.transaction.IndexValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a file of index values: {@code from,to,value}, where {@code to} may be left out if it is known how long they hold. */
public final class IndexFile {

    private final DatedRows file;
    private final Optional<TimeSpan> every;

    /**
     * Of a file.
     *
     * @param text what it says
     * @param source where it lies, for messages
     * @param every how long a value holds whose end is left out
     */
    public IndexFile(String text, String source, String name, Optional<TimeSpan> every) {
        this.file = new DatedRows(text, source, name);
        this.every = every;
    }

    /** The values in the unit in which the index is published. */
    public List<IndexValue> values() {
        String expected = every.isEmpty() ? "from,to,value" : "from,to,value or from,value";
        return file.rows(every.isEmpty(), expected).stream().map(this::value).toList();
    }

    private IndexValue value(DatedRows.Row row) {
        LocalDate until = row.to()
                .or(() -> every.map(span -> plus(row.from(), span)))
                .orElseThrow(
                        () -> file.refused(row.line(), "the value has no end", "the day after the last in column to"));
        return new IndexValue(row.from(), until, row.value());
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
}
