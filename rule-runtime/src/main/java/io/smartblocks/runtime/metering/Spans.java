package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.agreement.TimeSpan;
import java.time.ZonedDateTime;

/** Spans of an agreement on the local clock: hours are elapsed hours, days and months are of the calendar. */
final class Spans {

    private Spans() {}

    static ZonedDateTime plus(ZonedDateTime start, TimeSpan span) {
        return shifted(start, span, 1);
    }

    static ZonedDateTime minus(ZonedDateTime start, TimeSpan span) {
        return shifted(start, span, -1);
    }

    private static ZonedDateTime shifted(ZonedDateTime start, TimeSpan span, int sign) {
        long count = (long) sign * span.count();
        return switch (span.unit()) {
            case MINUTE -> start.plusMinutes(count);
            case HOUR -> start.plusHours(count);
            case DAY, WORKING_DAY -> start.plusDays(count);
            case WEEK -> start.plusWeeks(count);
            case MONTH -> start.plusMonths(count);
            case YEAR -> start.plusYears(count);
        };
    }
}
