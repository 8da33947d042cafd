package io.smartblocks.runtime.rules;

import io.smartblocks.runtime.obligation.Ending;
import io.smartblocks.runtime.obligation.Obligation;
import io.smartblocks.runtime.obligation.ObligationLife;
import io.smartblocks.runtime.obligation.ObligationState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What has become of the obligations of a settled period, by the evidence. */
public final class Obligations {

    private Obligations() {}

    /** The state, at the end of a day, of what falls due first of what is open under a clause; nothing if nothing does. */
    public static Optional<ObligationState> state(Ground ground, String clause, LocalDate day) {
        List<ObligationState> states = Lateness.obligations(ground, clause).stream()
                .map(owed -> state(ground, owed, day))
                .toList();
        return states.stream()
                .filter(Obligations::isOpen)
                .findFirst()
                .or(() -> states.stream().findFirst());
    }

    private static ObligationState state(Ground ground, Obligation owed, LocalDate day) {
        ObligationState state = new ObligationLife(owed, Lateness.happened(ground, owed)).on(day);
        Optional<LocalDate> ended = ground.evidence().ended().filter(last -> !day.isBefore(last));
        boolean over = ended.isPresent()
                && isOpen(state)
                && !isAccrued(ground, owed)
                && !new Ending(ended.get()).spares(ground.agreement(), owed.clause(), owed.due());
        return over ? new ObligationState.Terminated(ended.get()) : state;
    }

    private static boolean isOpen(ObligationState state) {
        return state instanceof ObligationState.Due
                || state instanceof ObligationState.Breached breached
                        && breached.cured().isEmpty();
    }

    /** Money for a period that was settled stays owed whatever becomes of the agreement. */
    private static boolean isAccrued(Ground ground, Obligation owed) {
        return ground.evidence().earlier().stream()
                .anyMatch(line -> line.clause().equals(owed.clause())
                        && line.period().equals(ground.period())
                        && line.periodFrom().equals(ground.from()));
    }
}
