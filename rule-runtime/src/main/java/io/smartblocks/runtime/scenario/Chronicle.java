package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.settlement.Case;
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

/** What has been told of a scenario so far: givens, chapters, what happened, disputes and the end. */
final class Chronicle {

    private final Timeline timeline;
    private final SettlementEngine engine;
    private final List<Step> givens = new ArrayList<>();
    private final Map<SettlementPeriod, Chapter> chapters = new LinkedHashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Scenario.GivenDispute> disputes = new ArrayList<>();
    private Optional<Chapter> last = Optional.empty();
    private Optional<LocalDate> ended = Optional.empty();

    Chronicle(Timeline timeline, SettlementEngine engine) {
        this.timeline = timeline;
        this.engine = engine;
    }

    void given(Step step) {
        givens.add(step);
    }

    void tell(Chapter chapter) {
        chapters.put(chapter.period(), chapter);
        last = Optional.of(chapter);
    }

    /** Goes back to a chapter, to tell what follows of it. */
    void recall(Chapter chapter) {
        last = Optional.of(chapter);
    }

    /** Tells a chapter anew that stays in its place. */
    void revise(Chapter chapter) {
        chapters.put(chapter.period(), chapter);
    }

    void happened(Occurrence occurrence) {
        occurrences.add(occurrence);
    }

    void disputed(Scenario.GivenDispute dispute) {
        disputes.add(dispute);
    }

    /** Ends the agreement after its last day in force. */
    void end(LocalDate lastDay) {
        ended = Optional.of(periods().endingOn(lastDay).lastDay());
    }

    List<Step> givens() {
        return givens;
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    /** The last day in force, if a party ended the agreement. */
    Optional<LocalDate> ended() {
        return ended;
    }

    /** The version that a period follows. */
    Agreement governing(SettlementPeriod period) {
        return timeline.during(period.name(), period.from(), period.to());
    }

    SettlementEngine engine() {
        return engine;
    }

    Agreement agreement() {
        return timeline.latest();
    }

    /** The periods of the agreement, as far as it has not ended before. */
    PeriodCalendar periods() {
        PeriodCalendar periods = engine.periods(agreement());
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
                .orElse(agreement().settings().from());
    }

    /** The period as it was told, if it was settled. */
    Optional<Chapter> chapter(SettlementPeriod period) {
        return Optional.ofNullable(chapters.get(period));
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
        return new Case(governing(period), period, new ToldEvidence(this).before(period, true), trigger);
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
}
