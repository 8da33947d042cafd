package io.smartblocks.ledger.meter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Understands the times of a file: only such as name one instant, and none in the future. */
final class TimeReader {

    private final Instant now;
    private final Problems problems;

    TimeReader(Instant now, Problems problems) {
        this.now = now;
        this.problems = problems;
    }

    Optional<Instant> start(long line, String written) {
        return time(line, written).filter(start -> !isFuture(line, written, start));
    }

    /** The end by the file's end or interval column; present and empty where the file does not say. */
    Optional<Optional<Instant>> end(long line, Instant start, String end, String interval) {
        if (!end.isEmpty()) {
            return time(line, end).filter(e -> isAfter(line, start, e)).map(Optional::of);
        }
        return interval.isEmpty()
                ? Optional.of(Optional.empty())
                : length(line, interval).map(length -> Optional.of(start.plus(length)));
    }

    private Optional<Instant> time(long line, String written) {
        ReadingTime time = ReadingTime.of(written);
        if (time instanceof ReadingTime.At at) {
            return Optional.of(at.instant());
        }
        if (time instanceof ReadingTime.WithoutOffset) {
            problems.add(
                    "no-offset",
                    line,
                    "'" + written + "' has no offset, so it names no instant",
                    "a time with Z or an offset, such as 2026-10-25T02:30:00+01:00",
                    "Export the file again with offsets, or add the offset that was in force.");
        } else {
            problems.add(
                    "not-a-time",
                    line,
                    "'" + written + "' is not a time",
                    "an ISO time with its offset, such as 2026-10-25T02:30:00+01:00",
                    "Correct the time.");
        }
        return Optional.empty();
    }

    private boolean isFuture(long line, String written, Instant start) {
        if (!start.isAfter(now)) {
            return false;
        }
        problems.add(
                "in-the-future",
                line,
                "'" + written + "' lies in the future",
                "a reading that started by " + now,
                "Correct the time, or the clock of the meter.");
        return true;
    }

    private boolean isAfter(long line, Instant start, Instant end) {
        if (end.isAfter(start)) {
            return true;
        }
        problems.add(
                "ends-before-start",
                line,
                "the reading ends " + end + ", which is not after its start " + start,
                "an end after the start",
                "Correct the end.");
        return false;
    }

    private Optional<Duration> length(long line, String written) {
        try {
            Duration length = Duration.parse(written);
            if (!length.isNegative() && !length.isZero()) {
                return Optional.of(length);
            }
        } catch (DateTimeException e) {
            // Reported below together with lengths that are no lengths.
        }
        problems.add(
                "not-an-interval",
                line,
                "'" + written + "' is not an interval",
                "an ISO duration such as PT15M",
                "Correct the interval, or take the column out.");
        return Optional.empty();
    }
}
