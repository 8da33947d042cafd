package io.smartblocks.ledger.meter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Understands the times of a file: only such as name one instant. */
final class TimeReader {

    private final Problems problems;

    TimeReader(Problems problems) {
        this.problems = problems;
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

    Optional<Instant> time(long line, String written) {
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
