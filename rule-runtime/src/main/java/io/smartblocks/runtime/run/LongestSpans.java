package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.Settings.Roll;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.runtime.metering.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How many calendar days a span takes at the longest. The ledger knows no holidays, so a span of working days, or one that
 * ends on a working day, counts there as the most calendar days that it takes anywhere in the agreement's term: the ledger
 * cuts nobody's time to dispute short, and takes no notice that may be too short.
 */
final class LongestSpans {

    private static final int LONGEST_SEASON = 366;

    private final Settings settings;
    private final WorkingDays workingDays;

    LongestSpans(Agreement agreement) {
        this.settings = agreement.settings();
        this.workingDays = WorkingDays.named(settings.workingDays())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no calendar of working days for \"" + settings.workingDays() + "\""));
    }

    /** The span itself, which must be one of whole days, weeks, months or years. */
    static CalendarSpan exact(TimeSpan span) {
        return new CalendarSpan(
                span.count(),
                switch (span.unit()) {
                    case DAY -> CalendarSpan.Unit.DAY;
                    case WEEK -> CalendarSpan.Unit.WEEK;
                    case MONTH -> CalendarSpan.Unit.MONTH;
                    case YEAR -> CalendarSpan.Unit.YEAR;
                    case WORKING_DAY, HOUR, MINUTE ->
                        throw new IllegalArgumentException(
                                "days are counted in days, weeks, months or years, not in " + span.words());
                });
    }

    /** The span in calendar time. */
    CalendarSpan longest(TimeSpan span) {
        return span.unit() == TimeSpan.Unit.WORKING_DAY ? CalendarSpan.days(most(day -> plus(day, span))) : exact(span);
    }

    /** The same for a time that ends on a working day, where the agreement moves its due dates. */
    CalendarSpan rolled(TimeSpan span) {
        return rollsOn() ? CalendarSpan.days(most(day -> rolled(plus(day, span)))) : longest(span);
    }

    CalendarSpan rolledFromTheDay() {
        return CalendarSpan.days(rollsOn() ? most(this::rolled) : 0);
    }

    /** A time from the end of a season, of which the ledger does not know when it is. */
    CalendarSpan afterSeason(TimeSpan span) {
        return CalendarSpan.days(most(day -> rolled(plus(day.plusDays(LONGEST_SEASON), span))));
    }

    LocalDate rolled(LocalDate day) {
        return switch (settings.dueDates()) {
            case NEXT_WORKING_DAY -> workingDays.onOrAfter(day);
            case NEXT_WORKING_DAY_OF_MONTH -> workingDays.onOrAfterInMonth(day);
            case NONE, PREVIOUS_WORKING_DAY -> day;
        };
    }

    private boolean rollsOn() {
        return settings.dueDates() == Roll.NEXT_WORKING_DAY || settings.dueDates() == Roll.NEXT_WORKING_DAY_OF_MONTH;
    }

    private LocalDate plus(LocalDate day, TimeSpan span) {
        return span.unit() == TimeSpan.Unit.WORKING_DAY
                ? workingDays.after(day, span.count())
                : exact(span).after(day);
    }

    // settlements go on for some time after the last day
    private int most(UnaryOperator<LocalDate> end) {
        return Stream.iterate(settings.from(), day -> day.plusDays(1))
                .limit(ChronoUnit.DAYS.between(settings.from(), settings.to().plusYears(1)) + 1)
                .mapToInt(day -> Math.toIntExact(ChronoUnit.DAYS.between(day, end.apply(day))))
                .max()
                .orElseThrow();
    }
}
