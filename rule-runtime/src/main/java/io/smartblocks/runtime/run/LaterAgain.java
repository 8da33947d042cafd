package io.smartblocks.runtime.run;

import java.time.Duration;

/** How long a period waits that could not be settled: what fails again and again is tried less and less often. */
final class LaterAgain {

    private static final Duration SOON = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LATEST = Duration.ofDays(1);
    private static final int HOLDS_SOON = 4;

    private LaterAgain() {}

    /** A quarter of an hour, half an hour, one hour, and so on, up to a day. */
    static Duration afterFailures(int failures) {
        Duration doubled = SOON.multipliedBy(1L << Math.min(failures, 10));
        return doubled.compareTo(LATEST) < 0 ? doubled : LATEST;
    }

    /** What is held waits for others to act: a quarter of an hour at first, then an hour. */
    static Duration afterHolds(int holds) {
        return holds < HOLDS_SOON ? SOON : HOUR;
    }
}
