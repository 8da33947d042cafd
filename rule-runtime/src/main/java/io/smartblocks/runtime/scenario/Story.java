package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been told so far in a scenario: givens, what was settled, what happened. */
final class Story {

    /** Periods in the order in which they are settled: by their ends, the shorter first. */
    private static final Comparator<SettlementPeriod> ORDER =
            Comparator.comparing(SettlementPeriod::to).thenComparing(SettlementPeriod::from, Comparator.reverseOrder());

    private final Timeline timeline;
    private final Agreement agreement;
    private final Watched watched;
    private final SettlementEngine engine;
    private final List<Step> givens = new ArrayList<>();
    private final Map<SettlementPeriod, Chapter> chapters = new LinkedHashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private Optional<Chapter> last = Optional.empty();

    /** One settled period: its case and outcome, the one it replaced, what events brought about later, and after how many
     * givens it was first told.
     */
    record Chapter(Case settled, Outcome outcome, Optional<Outcome> before, List<Outcome> events, int told) {

        SettlementPeriod period() {
            return settled.period();
        }

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

    Story(Timeline timeline, Watched watched) {
        this.timeline = timeline;
        this.agreement = timeline.latest();
        this.watched = watched;
        this.engine = watched.engine();
    }

    /** Plays a step; an expectation gives a result. */
    Optional<StepResult> play(Step step) {
        if (step instanceof Scenario.Settle settle) {
            return settle(settle);
        } else if (step instanceof Scenario.GivenEvent event) {
            return happened(event);
        } else if (Expecting.isExpectation(step)) {
            StepResult result = new Expecting(this).result(step);
            return Optional.of(result.passed() ? result : result.tracedBy(trace(step)));
        }
        givens.add(step);
        return Optional.empty();
    }

    /** What the outcome that an expectation is about rests on. */
    private List<Traced> trace(Step step) {
        return new Expecting(this)
                .about(step)
                .map(chapter -> Tracing.of(chapter, watched.rules(chapter.settled()), step))
                .orElse(List.of());
    }

    /** The version that a period follows. */
    private Agreement governing(SettlementPeriod period) {
        return timeline.during(period.name(), period.from(), period.to());
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
        Optional<Chapter> before = Optional.ofNullable(chapters.get(period.get()));
        if (settle.again() && before.isEmpty()) {
            String message = settle.period() + " starting " + settle.starting() + " was not settled before";
            return Optional.of(new StepResult(settle.at(), false, "a settlement to replace", "none", message));
        }
        if (before.isPresent() && isCarried(before.get())) {
            last = before;
            return Optional.empty();
        }
        tell(settled(period.get(), before));
        before.ifPresent(this::settleLater);
        return Optional.empty();
    }

    private Chapter settled(SettlementPeriod period, Optional<Chapter> before) {
        Case settled = new Case(governing(period), period, evidence(period, false));
        return new Chapter(
                settled,
                watched.settle(settled),
                before.map(Chapter::outcome),
                before.map(Chapter::events).orElse(List.of()),
                before.map(Chapter::told).orElse(givens.size()));
    }

    /** Where the corrections of a period that is settled are carried to, if they are. */
    static Optional<String> carriedTo(Chapter chapter) {
        return chapter.settled().agreement().settings().carried().stream()
                .filter(carried -> carried.of().equals(chapter.period().name()))
                .map(Settings.CarriedCorrections::to)
                .findFirst();
    }

    private static boolean isCarried(Chapter chapter) {
        return chapter.outcome() instanceof Outcome.Settled
                && carriedTo(chapter).isPresent();
    }

    /** Settles again, in order, what was settled after a period and comes out otherwise now that this one has changed. */
    private void settleLater(Chapter changed) {
        List<Chapter> later = chapters.values().stream()
                .filter(chapter -> ORDER.compare(chapter.period(), changed.period()) > 0 && !isCarried(chapter))
                .sorted(Comparator.comparing(Chapter::period, ORDER))
                .toList();
        for (Chapter chapter : later) {
            Chapter again = settled(chapter.period(), Optional.of(chapter));
            if (!isSame(again.outcome(), chapter.outcome())) {
                chapters.put(chapter.period(), again);
            }
        }
    }

    private static boolean isSame(Outcome one, Outcome other) {
        return one.getClass().equals(other.getClass())
                && one.values().equals(other.values())
                && Chapter.documentsOf(one).equals(Chapter.documentsOf(other));
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
                governing(period),
                period,
                evidence(period, true),
                new Trigger.ClauseHappened(event.clause(), event.event(), event.on()));
        List<Outcome> events = new ArrayList<>(chapter.events());
        events.add(watched.settle(settled));
        occurrences.add(new Occurrence(event.clause(), event.event(), period.from(), event.on()));
        tell(new Chapter(chapter.settled(), chapter.outcome(), chapter.before(), events, chapter.told()));
        return Optional.empty();
    }

    private void tell(Chapter chapter) {
        chapters.put(chapter.settled().period(), chapter);
        last = Optional.of(chapter);
    }

    /** The evidence for a period; its own documents are known only to what happens after they were made. */
    private Evidence evidence(SettlementPeriod period, boolean withOwnDocuments) {
        Evidence.Builder evidence = GivenEvidence.of(governing(period), engine.periods(agreement), givens, period);
        chapters.values().stream()
                .filter(chapter -> withOwnDocuments || !chapter.period().equals(period))
                .forEach(chapter -> lines(chapter).forEach(evidence::earlier));
        occurrences.forEach(evidence::occurrence);
        previous(period, evidence);
        return evidence.build();
    }

    /** What was settled one period earlier counts, unless another value is given after that. */
    private void previous(SettlementPeriod period, Evidence.Builder evidence) {
        Optional<Chapter> before = chapters.values().stream()
                .filter(chapter -> chapter.period().name().equals(period.name())
                        && chapter.period().to().equals(period.from())
                        && chapter.outcome() instanceof Outcome.Settled)
                .findFirst();
        int told = before.map(Chapter::told).orElse(givens.size());
        given(givens.subList(0, told), evidence);
        before.ifPresent(
                chapter -> chapter.outcome().values().forEach(value -> evidence.previous(value.name(), value.value())));
        given(givens.subList(told, givens.size()), evidence);
    }

    private static void given(List<Step> givens, Evidence.Builder evidence) {
        givens.stream()
                .filter(Scenario.GivenPrevious.class::isInstance)
                .map(Scenario.GivenPrevious.class::cast)
                .forEach(given -> evidence.previous(given.term(), given.value()));
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
