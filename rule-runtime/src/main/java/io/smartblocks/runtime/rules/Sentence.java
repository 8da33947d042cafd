package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import java.util.List;

/**
 * A sentence of a clause by its place in the agreement, with all it asks as one question and what of it depends on
 * events.
 */
record Sentence(
        int clause,
        int provision,
        Question guard,
        List<Integer> events,
        boolean lateness,
        List<Integer> excepts,
        List<Integer> switchesOff) {

    Sentence {
        events = List.copyOf(events);
        excepts = List.copyOf(excepts);
        switchesOff = List.copyOf(switchesOff);
    }

    Clause clauseIn(Agreement agreement) {
        return agreement.clauses().get(clause);
    }

    Provision in(Agreement agreement) {
        return clauseIn(agreement).provisions().get(provision);
    }

    String where(Agreement agreement) {
        return "clause " + clauseIn(agreement).number();
    }

    /** True if what it says is due when something happens to another clause, not at the end of a period. */
    boolean isDueByEvent(Agreement agreement) {
        return in(agreement).effect() instanceof Effect.Duty duty
                && duty.due() instanceof Due.Within within
                && within.after() instanceof Due.Event.OfClause;
    }

    boolean waitsForPayment(Agreement agreement) {
        return lateness
                || in(agreement).effect() instanceof Effect.Duty duty
                        && duty.due() instanceof Due.Within within
                        && within.after() instanceof Due.Event.OfClause event
                        && event.event() != ClauseEvent.BREACHED;
    }
}
