package io.smartblocks.runtime.obligation;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.runtime.evidence.Occurrence;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells what has become of an obligation from its due date and from what happened. */
public final class ObligationLife {

    private final Obligation obligation;
    private final List<Occurrence> happened;

    /** The life of an obligation, among all that happened under the agreement. */
    public ObligationLife(Obligation obligation, List<Occurrence> occurrences) {
        this.obligation = obligation;
        this.happened = occurrences.stream()
                .filter(each -> each.clause().equals(obligation.clause())
                        && each.periodFrom().equals(obligation.periodFrom()))
                .sorted(Comparator.comparing(Occurrence::on))
                .toList();
    }

    /** Its state at the end of a day, while the agreement is in force. */
    public ObligationState on(LocalDate day) {
        Optional<LocalDate> done = first(day, ClauseEvent.PAID, ClauseEvent.PERFORMED);
        if (done.isPresent() && !obligation.isLateOn(done.get())) {
            return new ObligationState.Performed(done.get());
        }
        Optional<LocalDate> disputed = first(day, ClauseEvent.DISPUTED);
        if (disputed.isPresent() && done.isEmpty() && !obligation.isLateOn(disputed.get())) {
            return new ObligationState.Disputed(disputed.get());
        }
        return obligation.isLateOn(day)
                ? new ObligationState.Breached(obligation.lastDay().plusDays(1), done)
                : new ObligationState.Due(obligation.due());
    }

    private Optional<LocalDate> first(LocalDate until, ClauseEvent... kinds) {
        return happened.stream()
                .filter(each ->
                        List.of(kinds).contains(each.event()) && !each.on().isAfter(until))
                .map(Occurrence::on)
                .findFirst();
    }
}
