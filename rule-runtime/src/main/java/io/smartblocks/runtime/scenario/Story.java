package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.evidence.SettledDuty;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Duty;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    private final List<Scenario.GivenDispute> disputes = new ArrayList<>();
    private Optional<Chapter> last = Optional.empty();
    private Optional<LocalDate> ended = Optional.empty();

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
        } else if (step instanceof Scenario.GivenTermination termination) {
            return terminated(termination);
        } else if (step instanceof Scenario.GivenDispute dispute) {
            return disputed(dispute);
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

    Agreement agreement() {
        return agreement;
    }

    /** The periods of the agreement, as far as it has not ended before. */
    PeriodCalendar periods() {
        PeriodCalendar periods = engine.periods(agreement);
        return ended.map(periods::endingOn).orElse(periods);
    }

    List<Chapter> chapters() {
        return List.copyOf(chapters.values());
    }

    /** True if a party disputes the settlement of a period. */
    boolean isDisputed(SettlementPeriod period) {
        return disputes.stream()
                .anyMatch(each ->
                        each.period().equals(period.name()) && each.starting().equals(period.from()));
    }

    /** The last day of which something was told: a settlement or an event. */
    LocalDate now() {
        return Stream.concat(
                        chapters.keySet().stream().map(period -> periods().settlementDay(period)),
                        occurrences.stream().map(Occurrence::on))
                .max(Comparator.naturalOrder())
                .orElse(agreement.settings().from());
    }

    /** The last chapter in which something is owed, or excused, under a clause. */
    Optional<Chapter> concerned(String clause) {
        return chapters.values().stream()
                .filter(chapter -> chapter.owes(clause)
                        || chapter.outcome() instanceof Outcome.Settled settled
                                && settled.settlement().excused().containsKey(clause))
                .reduce((first, second) -> second);
    }

    /** A case about the period of a chapter on all that was told until now. */
    Case now(Chapter chapter, Trigger trigger) {
        SettlementPeriod period = chapter.settled().period();
        return new Case(governing(period), period, evidence(period, true), trigger);
    }

    /** The period settled last. */
    Optional<Chapter> last() {
        return last;
    }

    /** The period of a name that starts on a day, if it was settled. */
    Optional<Chapter> chapter(String period, LocalDate starting) {
        return chapters.values().stream()
                .filter(chapter -> chapter.settled().period().name().equals(period)
                        && chapter.settled().period().from().equals(starting))
                .findFirst();
    }

    private Optional<StepResult> settle(Scenario.Settle settle) {
        Optional<SettlementPeriod> period = periods().starting(settle.period(), settle.starting());
        if (period.isEmpty() && ended.isPresent()) {
            String message = "the agreement ended on " + ended.get();
            return Optional.of(new StepResult(settle.at(), false, "a period to settle", "none", message));
        }
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
                .filter(chapter -> chapter.owes(event.clause()))
                .reduce((first, second) -> second);
        if (concerned.isEmpty()) {
            String message = "nothing fell due under clause " + event.clause() + " before";
            return Optional.of(
                    new StepResult(event.at(), false, "a duty under clause " + event.clause(), "none", message));
        }
        Chapter chapter = concerned.get();
        SettlementPeriod period = chapter.settled().period();
        Case settled = now(chapter, new Trigger.ClauseHappened(event.clause(), event.event(), event.on()));
        List<Outcome> events = new ArrayList<>(chapter.events());
        events.add(watched.settle(settled));
        occurrences.add(new Occurrence(event.clause(), event.event(), period.from(), event.on()));
        tell(new Chapter(chapter.settled(), chapter.outcome(), chapter.before(), events, chapter.told()));
        return Optional.empty();
    }

    private Optional<StepResult> terminated(Scenario.GivenTermination given) {
        Optional<LocalDate> lastDay = new Exits(this).lastDay(given);
        if (lastDay.isEmpty()) {
            String who = given.party() + " may terminate on " + given.on();
            return Optional.of(new StepResult(
                    given.at(), false, who, "no such power", "no clause gives " + given.party() + " this power then"));
        }
        ended = Optional.of(periods().endingOn(lastDay.get()).lastDay());
        return Optional.empty();
    }

    private Optional<StepResult> disputed(Scenario.GivenDispute given) {
        Optional<Chapter> chapter = chapter(given.period(), given.starting());
        Optional<String> objection = chapter.map(it -> new Exits(this).objection(it, given))
                .orElse(Optional.of(given.period() + " starting " + given.starting() + " was not settled before"));
        if (objection.isPresent()) {
            return Optional.of(new StepResult(
                    given.at(),
                    false,
                    given.party() + " may dispute on " + given.on(),
                    "no such power",
                    objection.get()));
        }
        disputes.add(given);
        Stream.concat(
                        chapter.orElseThrow().lines().stream().map(Line::clause),
                        chapter.orElseThrow().duties().stream().map(Duty::clause))
                .distinct()
                .filter(clause -> given.clauses().isEmpty() || given.clauses().contains(clause))
                .forEach(clause ->
                        occurrences.add(new Occurrence(clause, ClauseEvent.DISPUTED, given.starting(), given.on())));
        tell(chapter.orElseThrow());
        return Optional.empty();
    }

    private void tell(Chapter chapter) {
        chapters.put(chapter.settled().period(), chapter);
        last = Optional.of(chapter);
    }

    /** The evidence for a period; its own documents are known only to what happens after they were made. */
    private Evidence evidence(SettlementPeriod period, boolean withOwnDocuments) {
        Evidence.Builder evidence = GivenEvidence.of(governing(period), periods(), givens, period);
        chapters.values().stream()
                .filter(chapter -> withOwnDocuments || !chapter.period().equals(period))
                .forEach(chapter -> {
                    lines(chapter).forEach(evidence::earlier);
                    duties(chapter).forEach(evidence::duty);
                });
        ended.ifPresent(evidence::ended);
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

    private static List<SettledDuty> duties(Chapter chapter) {
        SettlementPeriod period = chapter.settled().period();
        return chapter.duties().stream()
                .map(duty -> new SettledDuty(period.name(), period.from(), duty.clause(), duty.due()))
                .toList();
    }
}
