package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.greenbutton.Contents;
import io.smartblocks.ledger.meter.greenbutton.GreenButtonFile;
import io.smartblocks.ledger.meter.greenbutton.LocalTime;
import io.smartblocks.ledger.meter.greenbutton.MalformedFeed;
import io.smartblocks.ledger.meter.greenbutton.ReadingType;
import io.smartblocks.ledger.meter.greenbutton.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the readings of one series of a Green Button file as the rows of one meter. */
final class GreenButtonRows {

    // About twenty years of five minutes, which fit in the memory of a small machine.
    private static final int MOST_READINGS = 1 << 21;

    private final Path file;
    private final ColumnChoice choice;
    private final RegisteredMeters registered;
    private final Problems problems;

    GreenButtonRows(Path file, ColumnChoice choice, RegisteredMeters registered, Problems problems) {
        this.file = file;
        this.choice = choice;
        this.registered = registered;
        this.problems = problems;
    }

    FileRows read() {
        Optional<Contents> contents = Optional.empty();
        try {
            GreenButtonFile feed = GreenButtonFile.of(() -> MeterFile.opened(file));
            contents = Optional.of(feed.contents());
            Optional<RegisteredMeter> meter = meter();
            Optional<Series> series = new SeriesChoice(feed.contents(), choice, problems).series();
            if (meter.isPresent() && series.isPresent() && fits(series.get(), meter.get())) {
                return rows(feed, series.get(), meter.get());
            }
        } catch (MalformedFeed e) {
            problems.addOfTheWhole(e.code(), e.line(), e.found(), e.expected(), e.mend());
        } catch (IOException e) {
            throw new UncheckedIOException("The readings file '" + file + "' could not be read", e);
        }
        return new FileRows(0, List.of(), contents, List.of());
    }

    private Optional<RegisteredMeter> meter() {
        Optional<RegisteredMeter> meter = choice.meter().flatMap(registered::find);
        if (meter.isEmpty()) {
            problems.addOfTheWhole(
                    choice.meter().isEmpty() ? "no-meter" : "unknown-meter",
                    0,
                    choice.meter()
                            .map(id -> "the meter '" + id + "' is not registered")
                            .orElse("a Green Button file does not name a meter of the ledger"),
                    "a meter that stands on the ledger, named when importing",
                    choice.meter()
                            .map(id -> "Register the meter first, or correct its id.")
                            .orElse("Name the meter of the readings."));
        }
        return meter;
    }

    private boolean fits(Series series, RegisteredMeter meter) {
        String stated = series.type().map(ReadingType::unit).orElse("");
        String unit = choice.unit().orElse(stated);
        if (!stated.isEmpty() && !ReadingUnit.canonical(unit).equals(ReadingUnit.canonical(stated))) {
            problems.addOfTheWhole(
                    "units-differ",
                    0,
                    "the readings are in " + stated,
                    "readings in " + unit + ", as named when importing",
                    "Leave the unit to the file.");
            return false;
        }
        if (unit.isEmpty() || ReadingUnit.between(unit, meter.unit()).isEmpty()) {
            problems.addOfTheWhole(
                    unit.isEmpty() ? "no-unit" : "wrong-unit",
                    0,
                    unit.isEmpty()
                            ? "the file does not say in which unit the readings are"
                            : "the readings for meter " + meter.id() + " are in '" + unit + "'",
                    "its registered unit " + meter.unit() + ", or one that converts to it exactly",
                    unit.isEmpty() ? "Name the unit when importing." : "Import to a meter with that unit.");
            return false;
        }
        return countsAlike(series, meter);
    }

    private boolean countsAlike(Series series, RegisteredMeter meter) {
        boolean stands = series.type().filter(ReadingType::isRegister).isPresent();
        boolean alike = series.type().isEmpty() || stands == meter.counting().isRegister();
        if (!alike) {
            problems.addOfTheWhole(
                    "counts-otherwise",
                    0,
                    stands
                            ? "the readings are stands of a register (accumulationBehaviour "
                                    + series.type().get().accumulation() + ")"
                            : "the readings are amounts of each interval",
                    "readings of meter " + meter.id() + ", which measures "
                            + (meter.counting().isRegister() ? "stands of a register" : "amounts"),
                    "Import the file to a meter that is registered to measure what the file holds.");
        }
        return alike;
    }

    private FileRows rows(GreenButtonFile feed, Series series, RegisteredMeter meter) throws IOException {
        if (series.readings() > MOST_READINGS) {
            problems.addOfTheWhole(
                    "too-large",
                    0,
                    "the series has " + series.readings() + " readings",
                    "at most " + MOST_READINGS + " in one import",
                    "Ask the utility for one file per year.");
            return new FileRows(0, List.of(), Optional.of(feed.contents()), List.of());
        }
        IntervalReadings readings = new IntervalReadings(
                meter,
                series.type(),
                choice.unit().orElse(series.type().map(ReadingType::unit).orElse("")),
                problems);
        feed.readings(series, readings::add);
        List<Note> notes = new ArrayList<>();
        feed.contents().oddities().forEach(oddity -> notes.add(new Note("green-button", oddity)));
        readings.costs().ifPresent(notes::add);
        otherZone(feed.contents(), series, meter).ifPresent(notes::add);
        return new FileRows(series.readings(), readings.understood(), Optional.of(feed.contents()), notes);
    }

    private static Optional<Note> otherZone(Contents contents, Series series, RegisteredMeter meter) {
        Instant at = series.first().orElse(Instant.EPOCH);
        ZoneOffset ours = meter.zone().getRules().getStandardOffset(at);
        return contents.usagePoints().stream()
                .filter(point -> point.series().contains(series))
                .flatMap(point -> point.localTime().stream())
                .map(LocalTime::offset)
                .filter(offset -> offset.toSeconds() != ours.getTotalSeconds())
                .findFirst()
                .map(offset -> new Note(
                        "other-zone",
                        "the file's local time is " + offset + " from UTC in winter, that of meter " + meter.id() + " ("
                                + meter.zone() + ") is " + ours + "; its days are those of the meter"));
    }
}
