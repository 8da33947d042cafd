package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.TimeSpan;
import java.time.Period;

/** How far a span reaches in whole days, weeks, months and years, when it is to reach far enough. */
final class Reaches {

    private Reaches() {}

    /** At least so many whole days. */
    static Period days(TimeSpan span) {
        return switch (span.unit()) {
            case MINUTE -> Period.ofDays(1 + span.count() / (24 * 60));
            case HOUR -> Period.ofDays(1 + span.count() / 24);
            case DAY -> Period.ofDays(1 + span.count());
            case WORKING_DAY -> Period.ofDays(7 + 3 * span.count());
            case WEEK -> Period.ofDays(1 + 7 * span.count());
            case MONTH -> Period.of(0, span.count(), 1);
            case YEAR -> Period.of(span.count(), 0, 1);
        };
    }

    /** Columns start where a reading does, so they reach back and on by whole intervals. */
    static Period step(Declaration.Meter meter) {
        int count = meter.every().count();
        return switch (meter.every().unit()) {
            case DAY -> Period.ofDays(count);
            case WEEK -> Period.ofWeeks(count);
            case MONTH -> Period.ofMonths(count);
            case YEAR -> Period.ofYears(count);
            default -> Period.ofDays(1);
        };
    }

    /** How many days a span has at most. */
    static int atMost(Period span) {
        return 366 * span.getYears() + 31 * span.getMonths() + span.getDays();
    }
}
