package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.validation.CheckedMeter;
import io.smartblocks.ledger.meter.validation.Thresholds;
import io.smartblocks.ledger.meter.validation.Validation;
import io.smartblocks.ledger.meter.validation.ValidationReport;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads meter files, CSV or Green Button, plain or gzip, into day pages: the whole file, or nothing of it and all that is
 * wrong, unless the caller wants what is wrong put aside.
 */
public final class ReadingsFile {

    private final RegisteredMeters registered;
    private final Clock clock;
    private final Thresholds thresholds;

    public ReadingsFile(RegisteredMeters registered, Clock clock) {
        this(registered, clock, Thresholds.standard());
    }

    public ReadingsFile(RegisteredMeters registered, Clock clock, Thresholds thresholds) {
        this.registered = registered;
        this.clock = clock;
        this.thresholds = thresholds;
    }

    /** Reads one file; what kind it is shows in its content. */
    public ReadFile read(Path file, ColumnChoice choice) {
        Problems problems = new Problems(file.getFileName().toString());
        FileRows rows = rows(file, choice, problems);
        List<ReadingsPage> pages = new ArrayList<>();
        List<Note> notes = new ArrayList<>(rows.notes());
        ValidationReport found = ValidationReport.clean();
        long left = rows.rows() - rows.readings().size();
        for (List<RawReading> ofMeter : amountsFirst(byMeter(rows.readings()).values())) {
            RegisteredMeter meter = ofMeter.get(0).meter();
            MeterReadings placed = new MeterReadings(meter, ofMeter, clock.instant(), problems).placed();
            Validation.Validated validated = Validation.of(
                    new MeterPages(placed, problems).pages(),
                    meter.counting(),
                    meter.checks().flatMap(registered::find).map(other -> checked(other, List.copyOf(pages))),
                    day -> registered.readings(meter.id(), day),
                    thresholds);
            left += placed.aside();
            pages.addAll(validated.pages());
            found = found.and(validated.report());
            notes.addAll(FileNotes.of(placed));
            validated.uncompared().ifPresent(words -> notes.add(new Note("not-compared", meter.id() + ": " + words)));
        }
        pages.sort(Comparator.comparing(ReadingsPage::meter));
        if (problems.concernTheWhole() || !problems.isEmpty() && !choice.puttingAside()) {
            return problems.refused(rows.contents());
        }
        int readings = pages.stream()
                .mapToInt(page -> page.values().size() - page.missing())
                .sum();
        ReadFile.Aside aside = new ReadFile.Aside(rows.rows(), rows.rows() - left - readings, left, problems.inOrder());
        return new ReadFile.Pages(pages, readings, notes, found, aside, rows.contents());
    }

    /** Amounts of the same file count for the register that sums them. */
    private static List<List<RawReading>> amountsFirst(Collection<List<RawReading>> meters) {
        return meters.stream()
                .sorted(Comparator.comparing(
                        ofMeter -> ofMeter.get(0).meter().counting().isRegister()))
                .toList();
    }

    private CheckedMeter checked(RegisteredMeter other, List<ReadingsPage> inFile) {
        Map<LocalDate, ReadingsPage> stated = new HashMap<>();
        inFile.stream().filter(page -> page.meter().equals(other.id())).forEach(page -> stated.put(page.day(), page));
        return new CheckedMeter(
                other.id(),
                other.interval(),
                other.zone(),
                List.of(day -> Optional.ofNullable(stated.get(day)), day -> registered.readings(other.id(), day)));
    }

    private FileRows rows(Path file, ColumnChoice choice, Problems problems) {
        return switch (FileKind.of(file, problems)) {
            case CSV ->
                MeterFile.text(file, problems)
                        .map(text -> new CsvRows(choice, registered, problems).of(text))
                        .orElseGet(FileRows::none);
            case XML -> new GreenButtonRows(file, choice, registered, problems).read();
            case NONE -> FileRows.none();
        };
    }

    private static Map<MeterId, List<RawReading>> byMeter(List<RawReading> readings) {
        Map<MeterId, List<RawReading>> byMeter = new TreeMap<>();
        readings.forEach(reading -> byMeter.computeIfAbsent(reading.meter().id(), id -> new ArrayList<>())
                .add(reading));
        return byMeter;
    }
}
