package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.ClauseEvent;
import java.time.LocalDate;

/** Why something is settled: a period has ended, or something happened to a clause. */
public sealed interface Trigger {

    /** The period has ended and its lag has passed. */
    record PeriodEnd() implements Trigger {}

    /** A clause of an already settled period was breached, performed or paid; this makes its own document. */
    record ClauseHappened(String clause, ClauseEvent event, LocalDate on) implements Trigger {}
}
