package io.smartblocks.ledger.meter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The readings of one meter in one file, each in its place of its local day. */
final class MeterReadings {

    private final RegisteredMeter meter;
    private final ReadingGrid grid;
    private final List<RawReading> readings;
    private final Instant now;
    private final Problems problems;
    private final Map<LocalDate, @Nullable RawReading[]> days = new TreeMap<>();
    private final Set<RawReading> aside = Collections.newSetFromMap(new IdentityHashMap<>());
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
        if (!isRegister()) {
            aside.addAll(new OverlapCheck(grid, problems).check(readings));
        }
        readings.stream().filter(reading -> !aside.contains(reading)).forEach(this::place);
        days.values().forEach(this::putAsideAmong);
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
    Map<LocalDate, @Nullable RawReading[]> days() {
        return days;
    }

    /** How many stamps of a daily meter did not stand at local midnight. */
    int floored() {
        return floored;
    }

    /** How many readings cannot be recorded for what was reported of them. */
    int aside() {
        return aside.size();
    }

    /** Takes a placed reading out again, for what was just reported of it. */
    void putAside(RawReading reading) {
        aside.add(reading);
        putAsideAmong(days.get(grid.day(reading.start())));
    }

    private void putAsideAmong(@Nullable RawReading[] places) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] != null && aside.contains(places[i])) {
                places[i] = null;
            }
        }
    }

    private void place(RawReading reading) {
        LocalDate day = grid.day(reading.start());
        OptionalInt place = grid.place(day, reading.start());
        if (place.isEmpty() || isToCome(reading, day, place.getAsInt()) || isBeyondTheRegister(reading)) {
            if (place.isEmpty()) {
                reportOffGrid(reading);
            }
            aside.add(reading);
            return;
        }
        @Nullable RawReading[] places = days.computeIfAbsent(day, d -> new RawReading[grid.places(d)]);
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

    private boolean isRegister() {
        return meter.counting().isRegister();
    }

    private void reportOffGrid(RawReading reading) {
        problems.add(
                "off-grid",
                reading.line(),
                "the reading starts " + reading.start() + ", between the meter's readings",
                "a start every " + meter.interval() + " from midnight in " + meter.zone(),
                "Correct the time, or import the file to a meter with that interval.");
    }

    private boolean isToCome(RawReading reading, LocalDate day, int place) {
        Instant end = isRegister() ? reading.start() : meter.interval().startOf(day, meter.zone(), place + 1);
        boolean toCome = end.isAfter(now) && reading.value().isPresent();
        if (toCome) {
            problems.add(
                    "in-the-future",
                    reading.line(),
                    isRegister()
                            ? "the stand is of " + end + ", which is still to come"
                            : "the reading from " + reading.start() + " ends " + end + ", which is still to come",
                    "readings that ended by " + now.truncatedTo(ChronoUnit.SECONDS),
                    "Correct the time, or the clock of the meter, or import it later.");
        }
        return toCome;
    }

    private boolean isBeyondTheRegister(RawReading reading) {
        Optional<BigDecimal> end = meter.counting().rollsOverAt();
        boolean beyond = reading.value()
                .filter(value -> end.isPresent() && value.compareTo(end.get()) >= 0)
                .isPresent();
        if (beyond) {
            problems.add(
                    "beyond-the-register",
                    reading.line(),
                    "the stand " + reading.valueText() + " is one that meter " + meter.id() + " cannot show",
                    "a stand below " + end.get().toPlainString() + ", at which it rolls over",
                    "Correct the value or its unit.");
        }
        return beyond;
    }

    private void reportSecond(RawReading first, RawReading second, LocalDate day) {
        boolean same = first.statesTheSameAs(second);
        aside.add(second);
        if (!same) {
            // Which of two values is right cannot be told, so neither is taken.
            aside.add(first);
        }
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
