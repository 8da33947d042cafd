package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.evidence.SettledDuty;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On which days something may come of what a clause let a party owe: of its payment, or of its due day's passing. */
final class OccasionDays {

    static final String PAID = "paid";
    static final String BREACHED = "breached";

    private final Agreement agreement;
    private final PeriodCalendar calendar;

    OccasionDays(Agreement agreement, PeriodCalendar calendar) {
        this.agreement = agreement;
        this.calendar = calendar;
    }

    /** An event in the word of an occasion. */
    static String words(ClauseEvent event) {
        return event.name().toLowerCase(Locale.ROOT);
    }

    /** The clauses of which other sentences ask what became of them. */
    static Set<String> asked(Agreement agreement) {
        return Stream.concat(
                        Nodes.within(agreement.clauses(), Condition.ClauseIs.class)
                                .map(Condition.ClauseIs::clause),
                        Nodes.within(agreement.clauses(), Due.Event.OfClause.class)
                                .map(Due.Event.OfClause::clause))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** That something which was due on one day is not done, and that a sentence begins to hold on another. */
    record Passing(LocalDate due, LocalDate day) {}

    /** The days on which a sentence begins to hold because what fell due under a clause was not done, earliest first. */
    List<Passing> breached(String clause, SettledBefore.Period period) {
        return due(clause, period)
                .flatMap(due -> days(clause, lastDay(clause, due)).map(day -> new Passing(due, day)))
                .sorted(Comparator.comparing(Passing::day).thenComparing(Passing::due))
                .toList();
    }

    private Stream<LocalDate> days(String clause, LocalDate last) {
        return Stream.concat(
                        Stream.of(last.plusDays(1)),
                        Nodes.within(agreement.clauses(), Condition.ClauseIs.class)
                                .filter(asked -> asked.clause().equals(clause))
                                .flatMap(asked -> asked.forMoreThan().stream())
                                .map(span -> calendar.after(last, span).plusDays(1)))
                .distinct();
    }

    private static Stream<LocalDate> due(String clause, SettledBefore.Period period) {
        return Stream.concat(
                        period.lines().stream()
                                .filter(line -> line.clause().equals(clause))
                                .map(SettledLine::due),
                        period.duties().stream()
                                .filter(duty -> duty.clause().equals(clause))
                                .map(SettledDuty::due))
                .distinct();
    }

    private LocalDate lastDay(String clause, LocalDate due) {
        return grace(clause)
                .map(span -> calendar.after(due, span))
                .max(Comparator.naturalOrder())
                .orElse(due);
    }

    private Stream<TimeSpan> grace(String clause) {
        return agreement.clauses().stream()
                .filter(each -> each.number().equals(clause))
                .flatMap(each -> each.provisions().stream())
                .filter(provision -> provision.effect() instanceof Effect.Duty)
                .flatMap(provision -> ((Effect.Duty) provision.effect()).due().grace().stream());
    }
}
