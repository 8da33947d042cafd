package io.smartblocks.ledger.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds readings whose stated intervals overlap or are not as long as the meter's. */
final class OverlapCheck {

    private final ReadingGrid grid;
    private final Problems problems;
    private final Set<RawReading> wrong = Collections.newSetFromMap(new IdentityHashMap<>());

    OverlapCheck(ReadingGrid grid, Problems problems) {
        this.grid = grid;
        this.problems = problems;
    }

    /** The readings that cannot be placed for what was reported of them. */
    Set<RawReading> check(List<RawReading> readings) {
        readings.forEach(this::checkLength);
        List<RawReading> byStart = readings.stream()
                .sorted(Comparator.comparing(RawReading::start).thenComparing(RawReading::line))
                .toList();
        for (int i = 1; i < byStart.size(); i++) {
            RawReading before = byStart.get(i - 1);
            RawReading after = byStart.get(i);
            before.end()
                    .filter(end -> end.isAfter(after.start()))
                    .filter(end -> after.start().isAfter(before.start()))
                    .ifPresent(end -> reportOverlap(before, after, end));
        }
        return wrong;
    }

    private void checkLength(RawReading reading) {
        reading.end().filter(end -> !grid.mayLast(reading.start(), end)).ifPresent(end -> {
            wrong.add(reading);
            problems.add(
                    "wrong-interval",
                    reading.line(),
                    "the reading " + reading.valueText() + " lasts " + length(reading.start(), end) + ", from "
                            + reading.start() + " to " + end,
                    grid.length() + ", in which meter " + reading.meter().id() + " is registered to read",
                    grid.isMonthly()
                            ? "Of a bill for another period nobody knows how much belongs to which month: ask for daily"
                                    + " readings, or state the bill as a fact of the agreement."
                            : "Import the file to a meter with that interval, or correct the end.");
        });
    }

    private static String length(Instant start, Instant end) {
        Duration length = Duration.between(start, end);
        Duration rest = length.minusDays(length.toDays());
        if (length.toDays() < 2) {
            return length.toString();
        }
        return length.toDays() + " days" + (rest.isZero() ? "" : " and " + rest);
    }

    private void reportOverlap(RawReading before, RawReading after, Instant end) {
        wrong.add(before);
        wrong.add(after);
        problems.add(
                "overlap",
                after.line(),
                "the reading from " + after.start() + " begins before the one of line " + before.line() + " ends at "
                        + end,
                "readings that do not overlap",
                "Keep one of lines " + before.line() + " and " + after.line() + ".");
    }
}
