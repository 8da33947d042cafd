package io.smartblocks.ledger.meter;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads meter files in CSV, plain or gzip, into day pages: the whole file, or nothing of it and all that is wrong. */
public final class ReadingsFile {

    private final RegisteredMeters registered;
    private final Clock clock;

    public ReadingsFile(RegisteredMeters registered, Clock clock) {
        this.registered = registered;
        this.clock = clock;
    }

    /** Reads one file. */
    public ReadFile read(Path file, ColumnChoice choice) {
        Problems problems = new Problems(file.getFileName().toString());
        List<RawReading> readings = MeterFile.text(file, problems)
                .map(text -> rows(text, choice, problems))
                .orElse(List.of());
        List<ReadingsPage> pages = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        byMeter(readings).forEach((id, ofMeter) -> {
            MeterReadings placed =
                    new MeterReadings(ofMeter.get(0).meter(), ofMeter, clock.instant(), problems).placed();
            pages.addAll(new MeterPages(placed, problems).pages());
            notes.addAll(FileNotes.of(placed));
        });
        return problems.isEmpty() ? new ReadFile.Pages(pages, present(readings), notes) : problems.refused();
    }

    private List<RawReading> rows(String text, ColumnChoice choice, Problems problems) {
        List<RawReading> readings = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> rows = csv.iterator();
            List<String> names = rows.hasNext() ? stripped(rows.next().getFields()) : List.of();
            if (!rows.hasNext()) {
                reportEmpty(names, problems);
                return List.of();
            }
            CsvRecord first = rows.next();
            Optional<RowReader> reader = new HeaderReader(names, choice, problems)
                    .read(first.getFields())
                    .map(header -> new RowReader(header, choice, registered, problems));
            reader.ifPresent(r -> {
                r.read(first.getStartingLineNumber(), first.getFields()).ifPresent(readings::add);
                rows.forEachRemaining(row ->
                        r.read(row.getStartingLineNumber(), row.getFields()).ifPresent(readings::add));
            });
        } catch (CsvParseException e) {
            reportBroken(e, problems);
        } catch (IOException e) {
            throw new UncheckedIOException("The text of a readings file could not be read", e);
        }
        return readings;
    }

    private static Map<MeterId, List<RawReading>> byMeter(List<RawReading> readings) {
        Map<MeterId, List<RawReading>> byMeter = new TreeMap<>();
        readings.forEach(reading -> byMeter.computeIfAbsent(reading.meter().id(), id -> new ArrayList<>())
                .add(reading));
        return byMeter;
    }

    private static int present(List<RawReading> readings) {
        return (int) readings.stream().filter(r -> r.value().isPresent()).count();
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

    private static void reportEmpty(List<String> names, Problems problems) {
        problems.add(
                "empty",
                names.isEmpty() ? 0 : 1,
                names.isEmpty() ? "the file is empty" : "the file has a header and no readings",
                "a header and at least one reading",
                "Export it again.");
    }

    private static void reportBroken(CsvParseException e, Problems problems) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        problems.add(
                "not-csv",
                0,
                e.getMessage() + " (" + cause.getMessage() + ")",
                "rows of fields divided by commas, with quotes closed",
                "Look for a quotation mark that is opened and not closed.");
    }
}
