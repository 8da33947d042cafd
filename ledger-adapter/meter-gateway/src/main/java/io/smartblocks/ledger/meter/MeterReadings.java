package io.smartblocks.ledger.meter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The readings of one meter in one file, each in its place of its local day. */
final class MeterReadings {

    private final RegisteredMeter meter;
    private final ReadingGrid grid;
    private final List<RawReading> readings;
    private final Instant now;
    private final Problems problems;
    private final Map<LocalDate, RawReading[]> days = new TreeMap<>();
    private int floored;

    MeterReadings(RegisteredMeter meter, List<RawReading> readings, Instant now, Problems problems) {
        this.now = now;
        this.meter = meter;
        this.grid = new ReadingGrid(meter.zone(), meter.interval());
        this.readings = readings;
        this.problems = problems;
    }

    /** Places every reading, and reports those that have no place or meet another in it. */
    MeterReadings placed() {
        new OverlapCheck(problems).check(grid, readings);
        readings.forEach(this::place);
        return this;
    }

    RegisteredMeter meter() {
        return meter;
    }

    ReadingGrid grid() {
        return grid;
    }

    List<RawReading> readings() {
        return readings;
    }

    /** By local day, in order; a place without a reading holds null. */
    Map<LocalDate, RawReading[]> days() {
        return days;
    }

    /** How many stamps of a daily meter did not stand at local midnight. */
    int floored() {
        return floored;
    }

    private void place(RawReading reading) {
        LocalDate day = grid.day(reading.start());
        OptionalInt place = grid.place(day, reading.start());
        if (place.isEmpty()) {
            problems.add(
                    "off-grid",
                    reading.line(),
                    "the reading starts " + reading.start() + ", between the meter's readings",
                    "a start every " + meter.interval() + " from midnight in " + meter.zone(),
                    "Correct the time, or import the file to a meter with that interval.");
            return;
        }
        Instant end = meter.interval().startOf(day, meter.zone(), place.getAsInt() + 1);
        if (end.isAfter(now) && reading.value().isPresent()) {
            problems.add(
                    "in-the-future",
                    reading.line(),
                    "the reading from " + reading.start() + " ends " + end + ", which is still to come",
                    "readings that ended by " + now,
                    "Correct the time, or the clock of the meter, or import it later.");
            return;
        }
        RawReading[] places = days.computeIfAbsent(day, d -> new RawReading[grid.places(d)]);
        RawReading already = places[place.getAsInt()];
        if (already != null) {
            reportSecond(already, reading, day);
            return;
        }
        places[place.getAsInt()] = reading;
        if (grid.wholeDays() && !reading.start().equals(grid.startOf(day))) {
            floored++;
        }
    }

    private void reportSecond(RawReading first, RawReading second, LocalDate day) {
        boolean same = first.statesTheSameAs(second);
        String of = grid.wholeDays() ? "local day " + day : second.start().toString();
        problems.add(
                same ? "duplicate" : "conflicting",
                second.line(),
                same
                        ? "the reading of " + of + " stands in line " + first.line() + " already"
                        : "the reading of " + of + " is " + second.valueText() + " here and " + first.valueText()
                                + " in line " + first.line(),
                "one reading for each " + meter.interval() + " of meter " + meter.id(),
                "Keep one of lines " + first.line() + " and " + second.line() + ".");
    }
}
