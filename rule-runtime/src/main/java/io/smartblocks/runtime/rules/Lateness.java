package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Condition.ClauseIs;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.evidence.SettledLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/** What has become of the payments of a clause, by their due date and what happened. */
final class Lateness {

    private Lateness() {}

    /** The day on which the period's payments under a clause are due, if there are any. */
    static Optional<LocalDate> due(Ground ground, String clause) {
        return ground.evidence().earlier().stream()
                .filter(line -> line.clause().equals(clause)
                        && line.period().equals(ground.period())
                        && line.periodFrom().equals(ground.from()))
                .map(SettledLine::due)
                .min(Comparator.naturalOrder());
    }

    static long days(Ground ground, String clause) {
        return ground.happening()
                .filter(happening -> happening.clause().equals(clause))
                .flatMap(happening ->
                        due(ground, clause).map(due -> Math.max(0, ChronoUnit.DAYS.between(due, happening.on()))))
                .orElse(0L);
    }

    static boolean is(Ground ground, ClauseIs asked) {
        return ground.happening()
                .filter(happening -> happening.clause().equals(asked.clause()))
                .map(happening -> is(ground, asked, happening))
                .orElse(false);
    }

    private static boolean is(Ground ground, ClauseIs asked, Happening happening) {
        return switch (asked.event()) {
            case BREACHED -> isBreached(ground, asked, happening);
            case PAID -> happening.event() == ClauseEvent.PAID;
            case PERFORMED -> happening.event() != ClauseEvent.BREACHED;
        };
    }

    private static boolean isBreached(Ground ground, ClauseIs asked, Happening happening) {
        Optional<LocalDate> due = due(ground, asked.clause());
        if (due.isEmpty()) {
            return false;
        }
        if (asked.forMoreThan().isPresent()) {
            return happening
                    .on()
                    .isAfter(plus(ground, due.get(), asked.forMoreThan().get()));
        }
        return happening.event() == ClauseEvent.BREACHED || happening.on().isAfter(due.get());
    }

    private static LocalDate plus(Ground ground, LocalDate day, TimeSpan span) {
        return switch (span.unit()) {
            case WORKING_DAY -> ground.calendar().workingDays().after(day, span.count());
            case WEEK -> day.plusWeeks(span.count());
            case MONTH -> day.plusMonths(span.count());
            case YEAR -> day.plusYears(span.count());
            default -> day.plusDays(span.count());
        };
    }
}
