package io.smartblocks.portal.demo;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of the demo site: stands where it is put while the past is made, then runs many times faster than the real
 * clock until it has caught up with it, and never runs ahead of it.
 */
public final class CatchUpClock extends Clock {

    /** A day passes in two seconds. */
    static final int SPEED = 43_200;

    private final Clock real;
    private final AtomicReference<Course> course;
    private final ZoneId zone;

    CatchUpClock(Clock real) {
        this(requireNonNull(real, "real clock"), new AtomicReference<>(new Standing(real.instant())), ZoneOffset.UTC);
    }

    private CatchUpClock(Clock real, AtomicReference<Course> course, ZoneId zone) {
        this.real = real;
        this.course = course;
        this.zone = zone;
    }

    /** Stands at this instant until the next call. */
    void standAt(Instant instant) {
        course.set(new Standing(instant));
    }

    /** Runs from the instant it stands at. */
    void run() {
        course.set(new Running(instant(), real.instant()));
    }

    /** Whether it has caught up with the real clock. */
    boolean isPresent() {
        Instant now = real.instant();
        return course.get() instanceof Running running && !running.at(now).isBefore(now);
    }

    @Override
    public Instant instant() {
        return course.get().at(real.instant());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new CatchUpClock(real, course, other);
    }

    private sealed interface Course {
        Instant at(Instant now);
    }

    private record Standing(Instant instant) implements Course {
        @Override
        public Instant at(Instant now) {
            return instant;
        }
    }

    private record Running(Instant from, Instant since) implements Course {
        @Override
        public Instant at(Instant now) {
            Duration passed = Duration.between(since, now);
            Instant fast = from.plus(passed.multipliedBy(SPEED));
            return fast.isBefore(now) ? fast : now;
        }
    }
}
