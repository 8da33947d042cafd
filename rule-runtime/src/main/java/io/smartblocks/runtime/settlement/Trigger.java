package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.ClauseEvent;
import java.time.LocalDate;

/** Why something is settled: a period has ended, or something happened to a clause. */
public sealed interface Trigger {

    /** The period has ended and its lag has passed. */
    record PeriodEnd() implements Trigger {}

    /**
     * A clause of an already settled period was breached, performed or paid; this makes its own document.
     *
     * @param undone true where that had made its document, but was taken back since
     */
    record ClauseHappened(String clause, ClauseEvent event, LocalDate on, boolean undone) implements Trigger {

        public ClauseHappened(String clause, ClauseEvent event, LocalDate on) {
            this(clause, event, on, false);
        }
    }
}
