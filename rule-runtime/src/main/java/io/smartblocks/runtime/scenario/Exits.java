package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.runtime.obligation.Power;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Trigger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The powers that a party of a scenario may use on a day: to end the agreement, to dispute a settlement. */
final class Exits {

    private final Chronicle told;

    Exits(Chronicle told) {
        this.told = told;
    }

    /** The last day in force after a notice; nothing if the party has no power to give it. */
    Optional<LocalDate> lastDay(Scenario.GivenTermination given) {
        return Power.of(told.agreement()).stream()
                .filter(power -> power.party().equals(given.party()))
                .filter(power ->
                        given.clause().isEmpty() || given.clause().get().equals(power.clause()))
                .filter(power -> isGiven(power, given.on()))
                .map(power -> told.periods().after(given.on(), power.notice()))
                .min(Comparator.naturalOrder());
    }

    /** A power stands at the end of a period, or as long as a breach goes on. */
    private boolean isGiven(Power power, LocalDate on) {
        Set<Condition.ClauseIs> asked = asked(power);
        boolean ofBreach = asked.stream().anyMatch(it -> it.event() == ClauseEvent.BREACHED);
        return told.chapters().stream()
                .anyMatch(chapter -> gives(chapter.outcome(), power)
                        || !ofBreach && chapter.events().stream().anyMatch(event -> gives(event, power))
                        || asked.stream()
                                .filter(it -> it.event() == ClauseEvent.BREACHED && chapter.owes(it.clause()))
                                .anyMatch(it -> gives(breached(chapter, it.clause(), on), power)));
    }

    private Outcome breached(Chapter chapter, String clause, LocalDate on) {
        return told.engine().settle(told.now(chapter, new Trigger.ClauseHappened(clause, ClauseEvent.BREACHED, on)));
    }

    private Set<Condition.ClauseIs> asked(Power power) {
        Agreement agreement = told.agreement();
        return agreement.clauses().stream()
                .filter(clause -> clause.number().equals(power.clause()))
                .map(Clause::provisions)
                .flatMap(List::stream)
                .flatMap(provision -> Nodes.within(provision, Condition.ClauseIs.class))
                .collect(Collectors.toSet());
    }

    private static boolean gives(Outcome outcome, Power power) {
        return outcome instanceof Outcome.Settled settled
                && settled.settlement().statement().powers().contains(power.words());
    }

    /** Why a settlement cannot be disputed on a day; nothing if it can. */
    Optional<String> objection(Chapter chapter, Scenario.GivenDispute given) {
        LocalDate settled = told.periods().settlementDay(chapter.settled().period());
        Optional<LocalDate> until = told.engine().disputableUntil(chapter.settled(), given.party());
        if (until.isEmpty()) {
            return Optional.of("no clause lets " + given.party() + " dispute a settlement");
        }
        return given.on().isBefore(settled) || given.on().isAfter(until.get())
                ? Optional.of(given.party() + " may dispute it from " + settled + " to " + until.get())
                : Optional.empty();
    }
}
