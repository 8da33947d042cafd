package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.runtime.evidence.Occurrence;
import java.time.LocalDate;

/**
 * What happened to a clause, when a settling is about that and not about the end of a period.
 *
 * @param undone true where it was taken back, so that nothing comes of it
 */
public record Happening(String clause, ClauseEvent event, LocalDate on, boolean undone) {

    /** True for what the evidence tells of this very happening. */
    boolean is(Occurrence occurrence, LocalDate periodFrom) {
        return occurrence.clause().equals(clause)
                && occurrence.event() == event
                && occurrence.on().equals(on)
                && occurrence.periodFrom().equals(periodFrom);
    }
}
