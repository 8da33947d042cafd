package io.smartblocks.runtime.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still while a month is swept, and is moved on to the next. */
final class BenchClock extends Clock {

    private volatile Instant now;

    BenchClock(Instant now) {
        this.now = now;
    }

    void move(Instant later) {
        now = later;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
