package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Condition.ClauseIs;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.evidence.SettledDuty;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.obligation.Obligation;
import io.smartblocks.runtime.obligation.ObligationLife;
import io.smartblocks.runtime.obligation.ObligationState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has become of the payments of a clause, by their due date and what happened. */
final class Lateness {

    private Lateness() {}

    /** What the period obliges to under a clause, if anything: what falls due first of payments and other duties. */
    static Optional<Obligation> obligation(Ground ground, String clause) {
        Stream<LocalDate> lines = ground.evidence().earlier().stream()
                .filter(line -> line.clause().equals(clause)
                        && line.period().equals(ground.period())
                        && line.periodFrom().equals(ground.from()))
                .map(SettledLine::due);
        Stream<LocalDate> duties = ground.evidence().duties().stream()
                .filter(duty -> duty.clause().equals(clause)
                        && duty.period().equals(ground.period())
                        && duty.periodFrom().equals(ground.from()))
                .map(SettledDuty::due);
        return Stream.concat(lines, duties)
                .min(Comparator.naturalOrder())
                .map(due -> new Obligation(clause, ground.from(), due, lastDay(ground, clause, due)));
    }

    private static LocalDate lastDay(Ground ground, String clause, LocalDate due) {
        return ground.agreement().clauses().stream()
                .filter(each -> each.number().equals(clause))
                .flatMap(each -> each.provisions().stream())
                .filter(provision -> provision.effect() instanceof Effect.Duty)
                .flatMap(provision -> ((Effect.Duty) provision.effect()).due().grace().stream())
                .map(grace -> plus(ground, due, grace))
                .max(Comparator.naturalOrder())
                .orElse(due);
    }

    static long days(Ground ground, String clause) {
        return ground.happening()
                .filter(happening -> happening.clause().equals(clause))
                .flatMap(happening -> obligation(ground, clause)
                        .map(owed -> Math.max(0, ChronoUnit.DAYS.between(owed.due(), happening.on()))))
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
            case PERFORMED -> happening.event() == ClauseEvent.PAID || happening.event() == ClauseEvent.PERFORMED;
            case DISPUTED -> happening.event() == ClauseEvent.DISPUTED;
        };
    }

    /**
     * Breached is what was neither done in time nor disputed; late is counted from the due day, with grace after it. The
     * payment that is told of now ends a breach, and does not undo it.
     */
    private static boolean isBreached(Ground ground, ClauseIs asked, Happening happening) {
        LocalDate day = happening.on();
        Optional<Obligation> owed = obligation(ground, asked.clause());
        if (owed.isEmpty()) {
            return false;
        }
        ObligationState state = new ObligationLife(owed.get(), othersThan(happening, ground)).on(day);
        LocalDate last = asked.forMoreThan()
                .map(span -> plus(ground, owed.get().lastDay(), span))
                .orElse(owed.get().lastDay());
        return state instanceof ObligationState.Breached breached
                && breached.cured().isEmpty()
                && day.isAfter(last);
    }

    private static List<Occurrence> othersThan(Happening happening, Ground ground) {
        return ground.evidence().occurrences().stream()
                .filter(occurrence -> !happening.is(occurrence, ground.from()))
                .toList();
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
