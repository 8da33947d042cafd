package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Duty;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plays the steps in which something happens to what is owed: an event, a notice of termination, a dispute. */
final class Happenings {

    private final Chronicle told;
    private final Watched watched;

    Happenings(Chronicle told, Watched watched) {
        this.told = told;
        this.watched = watched;
    }

    Optional<StepResult> event(Scenario.GivenEvent event) {
        Optional<Chapter> concerned = told.chapters().stream()
                .filter(chapter -> chapter.owes(event.clause()))
                .reduce((first, second) -> second);
        if (concerned.isEmpty()) {
            String message = "nothing fell due under clause " + event.clause() + " before";
            return Optional.of(
                    new StepResult(event.at(), false, "a duty under clause " + event.clause(), "none", message));
        }
        Chapter chapter = concerned.get();
        SettlementPeriod period = chapter.settled().period();
        Case settled = told.now(chapter, new Trigger.ClauseHappened(event.clause(), event.event(), event.on()));
        List<Outcome> events = new ArrayList<>(chapter.events());
        events.add(watched.settle(settled));
        told.happened(new Occurrence(event.clause(), event.event(), period.from(), event.on()));
        told.tell(new Chapter(chapter.settled(), chapter.outcome(), chapter.before(), events, chapter.told()));
        return Optional.empty();
    }

    Optional<StepResult> termination(Scenario.GivenTermination given) {
        Optional<LocalDate> lastDay = new Exits(told).lastDay(given);
        if (lastDay.isEmpty()) {
            String who = given.party() + " may terminate on " + given.on();
            return Optional.of(new StepResult(
                    given.at(), false, who, "no such power", "no clause gives " + given.party() + " this power then"));
        }
        told.end(lastDay.get());
        return Optional.empty();
    }

    Optional<StepResult> dispute(Scenario.GivenDispute given) {
        Optional<Chapter> chapter = told.chapter(given.period(), given.starting());
        Optional<String> objection = chapter.map(it -> new Exits(told).objection(it, given))
                .orElse(Optional.of(given.period() + " starting " + given.starting() + " was not settled before"));
        if (objection.isPresent()) {
            return Optional.of(new StepResult(
                    given.at(),
                    false,
                    given.party() + " may dispute on " + given.on(),
                    "no such power",
                    objection.get()));
        }
        told.disputed(given);
        clauses(chapter.orElseThrow())
                .filter(clause -> given.clauses().isEmpty() || given.clauses().contains(clause))
                .map(clause -> new Occurrence(clause, ClauseEvent.DISPUTED, given.starting(), given.on()))
                .forEach(told::happened);
        told.tell(chapter.orElseThrow());
        return Optional.empty();
    }

    private static Stream<String> clauses(Chapter chapter) {
        return Stream.concat(
                        chapter.lines().stream().map(Line::clause),
                        chapter.duties().stream().map(Duty::clause))
                .distinct();
    }
}
