package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Condition.ClauseIs;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.evidence.SettledDuty;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.obligation.Obligation;
import io.smartblocks.runtime.obligation.ObligationLife;
import io.smartblocks.runtime.obligation.ObligationState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has become of the payments of a clause, by their due date and what happened. */
final class Lateness {

    private Lateness() {}

    /** What the period obliges to under a clause: for each day on which payments or other duties fall due. */
    static List<Obligation> obligations(Ground ground, String clause) {
        return dueDays(ground, clause)
                .distinct()
                .sorted()
                .map(due -> new Obligation(clause, ground.from(), due, lastDay(ground, clause, due)))
                .toList();
    }

    static Optional<LocalDate> firstDue(Ground ground, String clause) {
        return dueDays(ground, clause).min(Comparator.naturalOrder());
    }

    private static Stream<LocalDate> dueDays(Ground ground, String clause) {
        Stream<LocalDate> duties = ground.evidence().duties().stream()
                .filter(duty -> duty.clause().equals(clause)
                        && duty.period().equals(ground.period())
                        && duty.periodFrom().equals(ground.from()))
                .map(SettledDuty::due);
        return Stream.concat(lines(ground, clause).map(SettledLine::due), duties);
    }

    /** The payments of a clause for the period. */
    static Stream<SettledLine> lines(Ground ground, String clause) {
        return ground.evidence().earlier().stream()
                .filter(line -> line.clause().equals(clause)
                        && line.period().equals(ground.period())
                        && line.periodFrom().equals(ground.from()));
    }

    /** What happened to what fell due on one day. */
    static List<Occurrence> happened(Ground ground, Obligation owed) {
        Evidence evidence = ground.evidence();
        if (evidence.isPaidInParts(owed.clause(), owed.periodFrom())) {
            Stream<Occurrence> paid = evidence.paidOn(owed.clause(), owed.periodFrom(), owed.due()).stream()
                    .map(on -> new Occurrence(owed.clause(), ClauseEvent.PAID, owed.periodFrom(), on));
            return Stream.concat(evidence.occurrences().stream().filter(each -> !isPaymentOf(owed, each)), paid)
                    .toList();
        }
        return evidence.occurrences();
    }

    private static boolean isPaymentOf(Obligation owed, Occurrence occurrence) {
        return occurrence.event() == ClauseEvent.PAID
                && occurrence.clause().equals(owed.clause())
                && occurrence.periodFrom().equals(owed.periodFrom());
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
        return obligations(ground, asked.clause()).stream()
                .anyMatch(owed -> isBreached(ground, asked, happening, owed));
    }

    private static boolean isBreached(Ground ground, ClauseIs asked, Happening happening, Obligation owed) {
        LocalDate day = happening.on();
        List<Occurrence> others = happened(ground, owed).stream()
                .filter(occurrence -> !happening.is(occurrence, ground.from()))
                .toList();
        LocalDate last = asked.forMoreThan()
                .map(span -> plus(ground, owed.lastDay(), span))
                .orElse(owed.lastDay());
        return new ObligationLife(owed, others).on(day) instanceof ObligationState.Breached breached
                && breached.cured().isEmpty()
                && day.isAfter(last);
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
