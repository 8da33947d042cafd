package io.smartblocks.ledger.meter.greenbutton;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How many readings there are, and from when to when. */
final class Extent {

    private long count;
    private Instant first = Instant.MAX;
    private Instant end = Instant.MIN;

    void add(IntervalReading reading) {
        count++;
        reading.start().ifPresent(start -> {
            Instant stop = start.plus(reading.duration().orElse(Duration.ZERO));
            first = start.isBefore(first) ? start : first;
            end = stop.isAfter(end) ? stop : end;
        });
    }

    void add(Extent other) {
        count += other.count;
        first = other.first.isBefore(first) ? other.first : first;
        end = other.end.isAfter(end) ? other.end : end;
    }

    long count() {
        return count;
    }

    Optional<Instant> first() {
        return Optional.of(first).filter(instant -> !instant.equals(Instant.MAX));
    }

    Optional<Instant> end() {
        return Optional.of(end).filter(instant -> !instant.equals(Instant.MIN));
    }
}
