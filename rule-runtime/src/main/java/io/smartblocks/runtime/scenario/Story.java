package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.TermValue;
import io.smartblocks.runtime.settlement.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been told so far in a scenario: givens, what was settled, what happened. */
final class Story {

    private final Agreement agreement;
    private final SettlementEngine engine;
    private final List<Step> givens = new ArrayList<>();
    private final Map<SettlementPeriod, Chapter> chapters = new LinkedHashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private Optional<Chapter> last = Optional.empty();

    /** One settled period: its case and outcome, the one it replaced, and what events brought about later. */
    record Chapter(Case settled, Outcome outcome, Optional<Outcome> before, List<Outcome> events) {

        /** The lines of the period and of its events. */
        List<Line> lines() {
            List<Line> lines = new ArrayList<>(linesOf(outcome));
            events.forEach(event -> lines.addAll(linesOf(event)));
            return lines;
        }

        /** The documents of the period and of its events. */
        List<Document> documents() {
            List<Document> documents = new ArrayList<>(documentsOf(outcome));
            events.forEach(event -> documents.addAll(documentsOf(event)));
            return documents;
        }

        static List<Document> documentsOf(Outcome outcome) {
            return outcome instanceof Outcome.Settled settled
                    ? settled.settlement().documents()
                    : List.of();
        }

        private static List<Line> linesOf(Outcome outcome) {
            return outcome instanceof Outcome.Settled settled
                    ? settled.settlement().lines()
                    : List.of();
        }
    }

    Story(Agreement agreement, SettlementEngine engine) {
        this.agreement = agreement;
        this.engine = engine;
    }

    /** Plays a step; an expectation gives a result. */
    Optional<StepResult> play(Step step) {
        if (step instanceof Scenario.Settle settle) {
            return settle(settle);
        } else if (step instanceof Scenario.GivenEvent event) {
            return happened(event);
        } else if (Expecting.isExpectation(step)) {
            return Optional.of(new Expecting(this).result(step));
        }
        givens.add(step);
        return Optional.empty();
    }

    SettlementEngine engine() {
        return engine;
    }

    /** The period settled last. */
    Optional<Chapter> last() {
        return last;
    }

    /** The period of a name that starts on a day, if it was settled. */
    Optional<Chapter> chapter(String period, java.time.LocalDate starting) {
        return chapters.values().stream()
                .filter(chapter -> chapter.settled().period().name().equals(period)
                        && chapter.settled().period().from().equals(starting))
                .findFirst();
    }

    private Optional<StepResult> settle(Scenario.Settle settle) {
        Optional<SettlementPeriod> period = engine.periods(agreement).starting(settle.period(), settle.starting());
        if (period.isEmpty()) {
            String message = "the agreement has no " + settle.period() + " that starts on " + settle.starting();
            return Optional.of(new StepResult(settle.at(), false, "a period to settle", "none", message));
        }
        Case settled = new Case(agreement, period.get(), evidence(period.get()));
        Optional<Outcome> before =
                Optional.ofNullable(chapters.get(period.get())).map(Chapter::outcome);
        tell(new Chapter(settled, engine.settle(settled), before, List.of()));
        return Optional.empty();
    }

    private Optional<StepResult> happened(Scenario.GivenEvent event) {
        Optional<Chapter> concerned = chapters.values().stream()
                .filter(chapter ->
                        chapter.lines().stream().anyMatch(line -> line.clause().equals(event.clause())))
                .reduce((first, second) -> second);
        if (concerned.isEmpty()) {
            String message = "nothing was settled under clause " + event.clause() + " before";
            return Optional.of(
                    new StepResult(event.at(), false, "a payment under clause " + event.clause(), "none", message));
        }
        Chapter chapter = concerned.get();
        SettlementPeriod period = chapter.settled().period();
        Case settled = new Case(
                agreement,
                period,
                evidence(period),
                new Trigger.ClauseHappened(event.clause(), event.event(), event.on()));
        List<Outcome> events = new ArrayList<>(chapter.events());
        events.add(engine.settle(settled));
        occurrences.add(new Occurrence(event.clause(), event.event(), period.from(), event.on()));
        tell(new Chapter(chapter.settled(), chapter.outcome(), chapter.before(), events));
        return Optional.empty();
    }

    private void tell(Chapter chapter) {
        chapters.put(chapter.settled().period(), chapter);
        last = Optional.of(chapter);
    }

    private Evidence evidence(SettlementPeriod period) {
        Evidence.Builder evidence =
                GivenEvidence.of(agreement, engine.periods(agreement).calendar(), givens, period);
        chapters.values().forEach(chapter -> lines(chapter).forEach(evidence::earlier));
        occurrences.forEach(evidence::occurrence);
        previous(period).forEach(value -> evidence.previous(value.name(), value.value()));
        givens.stream()
                .filter(Scenario.GivenPrevious.class::isInstance)
                .map(Scenario.GivenPrevious.class::cast)
                .forEach(given -> evidence.previous(given.term(), given.value()));
        return evidence.build();
    }

    private List<TermValue> previous(SettlementPeriod period) {
        return chapters.values().stream()
                .filter(chapter -> chapter.settled().period().name().equals(period.name())
                        && chapter.settled().period().to().equals(period.from())
                        && chapter.outcome() instanceof Outcome.Settled)
                .findFirst()
                .map(chapter -> chapter.outcome().values())
                .orElse(List.of());
    }

    private static List<SettledLine> lines(Chapter chapter) {
        SettlementPeriod period = chapter.settled().period();
        return chapter.lines().stream()
                .map(line -> new SettledLine(
                        period.name(),
                        period.from(),
                        line.clause(),
                        line.payer(),
                        line.payee(),
                        line.net(),
                        line.vatRate(),
                        line.due()))
                .toList();
    }
}
