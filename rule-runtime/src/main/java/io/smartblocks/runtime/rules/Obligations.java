package io.smartblocks.runtime.rules;

import io.smartblocks.runtime.obligation.Ending;
import io.smartblocks.runtime.obligation.Obligation;
import io.smartblocks.runtime.obligation.ObligationLife;
import io.smartblocks.runtime.obligation.ObligationState;
import java.time.LocalDate;
import java.util.Optional;

/** What has become of the obligations of a settled period, by the evidence. */
public final class Obligations {

    private Obligations() {}

    /** The state, at the end of a day, of what falls due under a clause for the period; nothing if nothing does. */
    public static Optional<ObligationState> state(Ground ground, String clause, LocalDate day) {
        return Lateness.obligation(ground, clause).map(owed -> state(ground, owed, day));
    }

    private static ObligationState state(Ground ground, Obligation owed, LocalDate day) {
        ObligationState state = new ObligationLife(owed, ground.evidence().occurrences()).on(day);
        Optional<LocalDate> ended = ground.evidence().ended().filter(last -> !day.isBefore(last));
        boolean open = state instanceof ObligationState.Due
                || state instanceof ObligationState.Breached breached
                        && breached.cured().isEmpty();
        boolean over = ended.isPresent()
                && open
                && !isAccrued(ground, owed)
                && !new Ending(ended.get()).spares(ground.agreement(), owed.clause(), owed.due());
        return over ? new ObligationState.Terminated(ended.get()) : state;
    }

    /** Money for a period that was settled stays owed whatever becomes of the agreement. */
    private static boolean isAccrued(Ground ground, Obligation owed) {
        return ground.evidence().earlier().stream()
                .anyMatch(line -> line.clause().equals(owed.clause())
                        && line.period().equals(ground.period())
                        && line.periodFrom().equals(ground.from()));
    }
}
