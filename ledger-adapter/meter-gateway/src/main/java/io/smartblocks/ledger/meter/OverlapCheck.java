package io.smartblocks.ledger.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Finds readings whose stated intervals overlap or are not as long as the meter's. */
final class OverlapCheck {

    private final Problems problems;

    OverlapCheck(Problems problems) {
        this.problems = problems;
    }

    void check(ReadingGrid grid, List<RawReading> readings) {
        readings.forEach(reading -> checkLength(grid, reading));
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
    }

    private void checkLength(ReadingGrid grid, RawReading reading) {
        reading.end()
                .map(end -> Duration.between(reading.start(), end))
                .filter(length -> !grid.mayLast(length))
                .ifPresent(length -> problems.add(
                        "wrong-interval",
                        reading.line(),
                        "the reading lasts " + length,
                        reading.meter().interval() + ", in which meter "
                                + reading.meter().id() + " is registered to read",
                        "Import the file to a meter with that interval, or correct the end."));
    }

    private void reportOverlap(RawReading before, RawReading after, Instant end) {
        problems.add(
                "overlap",
                after.line(),
                "the reading from " + after.start() + " begins before the one of line " + before.line() + " ends at "
                        + end,
                "readings that do not overlap",
                "Keep one of lines " + before.line() + " and " + after.line() + ".");
    }
}
