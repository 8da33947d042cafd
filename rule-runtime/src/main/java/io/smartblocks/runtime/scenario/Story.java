package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plays the steps of a scenario, one after the other. */
final class Story {

    /** Periods in the order in which they are settled: by their ends, the shorter first. */
    private static final Comparator<SettlementPeriod> ORDER =
            Comparator.comparing(SettlementPeriod::to).thenComparing(SettlementPeriod::from, Comparator.reverseOrder());

    private final Chronicle told;
    private final Watched watched;
    private final Happenings happenings;

    Story(Timeline timeline, Watched watched) {
        this.told = new Chronicle(timeline, watched.engine());
        this.watched = watched;
        this.happenings = new Happenings(told, watched);
    }

    /** What has been told so far. */
    Chronicle told() {
        return told;
    }

    /** Plays a step; an expectation gives a result. */
    Optional<StepResult> play(Step step) {
        if (step instanceof Scenario.Settle settle) {
            return settle(settle);
        } else if (step instanceof Scenario.GivenEvent event) {
            return happenings.event(event);
        } else if (step instanceof Scenario.GivenTermination termination) {
            return happenings.termination(termination);
        } else if (step instanceof Scenario.GivenDispute dispute) {
            return happenings.dispute(dispute);
        } else if (Expecting.isExpectation(step)) {
            StepResult result = new Expecting(told).result(step);
            return Optional.of(result.passed() ? result : result.tracedBy(trace(step)));
        }
        told.given(step);
        return Optional.empty();
    }

    /** What the outcome that an expectation is about rests on. */
    private List<Traced> trace(Step step) {
        return new Expecting(told)
                .about(step)
                .map(chapter -> Tracing.of(chapter, watched.rules(chapter.settled()), step))
                .orElse(List.of());
    }

    private Optional<StepResult> settle(Scenario.Settle settle) {
        Optional<SettlementPeriod> period = told.periods().starting(settle.period(), settle.starting());
        if (period.isEmpty()) {
            return Optional.of(notSettled(settle, "a period to settle", missing(settle)));
        }
        Optional<Chapter> before = told.chapter(period.get());
        if (settle.again() && before.isEmpty()) {
            String message = settle.period() + " starting " + settle.starting() + " was not settled before";
            return Optional.of(notSettled(settle, "a settlement to replace", message));
        }
        if (before.isPresent() && isCarried(before.get())) {
            told.recall(before.get());
            return Optional.empty();
        }
        told.tell(settled(period.get(), before));
        before.ifPresent(this::settleLater);
        return Optional.empty();
    }

    private String missing(Scenario.Settle settle) {
        return told.ended()
                .map(last -> "the agreement ended on " + last)
                .orElse("the agreement has no " + settle.period() + " that starts on " + settle.starting());
    }

    private static StepResult notSettled(Scenario.Settle settle, String expected, String message) {
        return new StepResult(settle.at(), false, expected, "none", message);
    }

    private Chapter settled(SettlementPeriod period, Optional<Chapter> before) {
        Case settled = new Case(told.governing(period), period, new ToldEvidence(told).before(period, false));
        return new Chapter(
                settled,
                watched.settle(settled),
                before.map(Chapter::outcome),
                before.map(Chapter::events).orElse(List.of()),
                before.map(Chapter::told).orElse(told.givens().size()));
    }

    private boolean isCarried(Chapter chapter) {
        return chapter.outcome() instanceof Outcome.Settled
                && chapter.carriedTo(told.periods(), told.now()).isPresent();
    }

    /** Settles again, in order, what was settled after a period and comes out otherwise now that this one has changed. */
    private void settleLater(Chapter changed) {
        List<Chapter> later = told.chapters().stream()
                .filter(chapter -> ORDER.compare(chapter.period(), changed.period()) > 0 && !isCarried(chapter))
                .sorted(Comparator.comparing(Chapter::period, ORDER))
                .toList();
        for (Chapter chapter : later) {
            Chapter again = settled(chapter.period(), Optional.of(chapter));
            if (!isSame(again.outcome(), chapter.outcome())) {
                told.revise(again);
            }
        }
    }

    private static boolean isSame(Outcome one, Outcome other) {
        return one.getClass().equals(other.getClass())
                && one.values().equals(other.values())
                && Chapter.documentsOf(one).equals(Chapter.documentsOf(other));
    }
}
