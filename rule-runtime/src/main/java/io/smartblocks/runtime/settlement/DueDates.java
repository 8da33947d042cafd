package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Settings.Roll;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.metering.SeasonEnds;
import io.smartblocks.runtime.metering.WorkingDays;
import java.time.LocalDate;
import java.util.List;

/** When payments are due: spans from the day that the agreement names, rolled to a working day as it says. */
final class DueDates {

    private final PeriodCalendar periods;
    private final List<Declaration.Season> seasons;
    private final WorkingDays workingDays;
    private final Roll roll;

    DueDates(Agreement agreement, PeriodCalendar periods) {
        this.periods = periods;
        this.seasons = agreement.seasons();
        this.workingDays = periods.calendar().workingDays();
        this.roll = agreement.settings().dueDates();
    }

    /** The due date; {@code settled} is the settlement day, {@code happened} the day of the event, if it is about one. */
    LocalDate of(Due due, SettlementPeriod period, LocalDate settled, LocalDate happened) {
        if (due instanceof Due.By by) {
            return rolled(by.date());
        } else if (due instanceof Due.Within within) {
            return rolled(plus(start(within.after(), period, settled, happened), within.span(), workingDays));
        }
        return rolled(settled);
    }

    private LocalDate start(Due.Event event, SettlementPeriod period, LocalDate settled, LocalDate happened) {
        if (event instanceof Due.Event.EndOf end) {
            return end(end.name(), period);
        }
        return event instanceof Due.Event.Settlement ? settled : happened;
    }

    /** The end of the period itself, of the longer one in which it ends, or of a season. */
    private LocalDate end(String name, SettlementPeriod period) {
        if (name.equals(period.name())) {
            return period.lastDay();
        }
        return seasons.stream()
                .filter(season -> season.name().equals(name))
                .findFirst()
                .map(season -> SeasonEnds.of(season, period.from(), period.lastDay()))
                .orElseGet(() -> periods.containing(name, period.lastDay())
                        .map(SettlementPeriod::lastDay)
                        .orElse(period.lastDay()));
    }

    private LocalDate rolled(LocalDate day) {
        return switch (roll) {
            case NONE -> day;
            case NEXT_WORKING_DAY -> workingDays.onOrAfter(day);
            case NEXT_WORKING_DAY_OF_MONTH -> workingDays.onOrAfterInMonth(day);
            case PREVIOUS_WORKING_DAY -> workingDays.onOrBefore(day);
        };
    }

    static LocalDate plus(LocalDate day, TimeSpan span, WorkingDays workingDays) {
        return switch (span.unit()) {
            case WORKING_DAY -> workingDays.after(day, span.count());
            case WEEK -> day.plusWeeks(span.count());
            case MONTH -> day.plusMonths(span.count());
            case YEAR -> day.plusYears(span.count());
            case DAY -> day.plusDays(span.count());
            case HOUR, MINUTE ->
                throw new IllegalArgumentException("days are counted in days, weeks, months or years, not in " + span);
        };
    }
}
