package io.smartblocks.ledger.meter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is worth knowing of a meter's readings though nothing about it is wrong. */
final class FileNotes {

    private static final int DAYS_NAMED = 5;

    private FileNotes() {}

    static List<Note> of(MeterReadings readings) {
        List<Note> notes = new ArrayList<>();
        String meter = readings.meter().id().value();
        if (readings.floored() > 0) {
            notes.add(new Note(
                    "floored",
                    meter + ": " + readings.floored() + " of "
                            + readings.readings().size() + " stamps do not stand at midnight in "
                            + readings.meter().zone() + " and count for the local day they fall in"));
        }
        List<LocalDate> incomplete = readings.days().entrySet().stream()
                .filter(day -> missing(day.getValue()) > 0)
                .map(Map.Entry::getKey)
                .toList();
        long missing =
                readings.days().values().stream().mapToLong(FileNotes::missing).sum();
        if (missing > 0) {
            notes.add(new Note(
                    "missing-readings", meter + ": " + missing + " readings are missing on " + named(incomplete)));
        }
        List<LocalDate> without = daysWithout(readings);
        if (!without.isEmpty()) {
            notes.add(new Note("missing-days", meter + ": no reading at all on " + named(without)));
        }
        return notes;
    }

    private static long missing(RawReading[] places) {
        return Arrays.stream(places)
                .filter(place -> place == null || place.value().isEmpty())
                .count();
    }

    private static List<LocalDate> daysWithout(MeterReadings readings) {
        List<LocalDate> days = List.copyOf(readings.days().keySet());
        if (days.isEmpty() || readings.meter().interval().value().equals("P1M")) {
            return List.of();
        }
        return days.get(0)
                .datesUntil(days.get(days.size() - 1))
                .filter(day -> !readings.days().containsKey(day))
                .toList();
    }

    private static String named(List<LocalDate> days) {
        String first = days.stream().limit(DAYS_NAMED).map(LocalDate::toString).collect(Collectors.joining(", "));
        return days.size() <= DAYS_NAMED ? first : first + " and " + (days.size() - DAYS_NAMED) + " more days";
    }
}
