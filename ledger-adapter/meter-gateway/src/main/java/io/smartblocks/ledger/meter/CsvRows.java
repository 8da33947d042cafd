package io.smartblocks.ledger.meter;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a CSV file. */
final class CsvRows {

    private final ColumnChoice choice;
    private final RegisteredMeters registered;
    private final Problems problems;
    private final List<RawReading> readings = new ArrayList<>();
    private long rows;

    CsvRows(ColumnChoice choice, RegisteredMeters registered, Problems problems) {
        this.choice = choice;
        this.registered = registered;
        this.problems = problems;
    }

    FileRows of(String text) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            read(csv.iterator());
        } catch (CsvParseException e) {
            reportBroken(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The text of a readings file could not be read", e);
        }
        return new FileRows(rows, readings, Optional.empty(), List.of());
    }

    private void read(Iterator<CsvRecord> records) {
        List<String> names = records.hasNext() ? stripped(records.next().getFields()) : List.of();
        if (!records.hasNext()) {
            reportEmpty(names);
            return;
        }
        CsvRecord first = records.next();
        Optional<ReadingsHeader> header = new HeaderReader(names, choice, problems).read(first.getFields());
        if (header.isPresent()) {
            RowReader reader = new RowReader(header.get(), choice, registered, problems);
            read(reader, first);
            records.forEachRemaining(row -> read(reader, row));
        }
    }

    private void read(RowReader reader, CsvRecord row) {
        rows++;
        reader.read(row.getStartingLineNumber(), row.getFields()).ifPresent(readings::add);
    }

    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (header.contains(",")) {
            return ',';
        }
        return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }

    private static List<String> stripped(List<String> names) {
        return names.stream().map(String::strip).toList();
    }

    private void reportEmpty(List<String> names) {
        problems.addOfTheWhole(
                "empty",
                names.isEmpty() ? 0 : 1,
                names.isEmpty() ? "the file is empty" : "the file has a header and no readings",
                "a header and at least one reading",
                "Export it again.");
    }

    private void reportBroken(CsvParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        problems.addOfTheWhole(
                "not-csv",
                0,
                e.getMessage() + " (" + cause.getMessage() + ")",
                "rows of fields divided by commas, with quotes closed",
                "Look for a quotation mark that is opened and not closed.");
    }
}
