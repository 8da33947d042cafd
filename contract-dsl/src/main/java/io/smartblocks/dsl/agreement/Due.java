package io.smartblocks.dsl.agreement;

import java.time.LocalDate;
import java.util.Optional;

/** When an obligation must be performed. */
public sealed interface Due {

    /** How long after the due date there is no breach yet. */
    Optional<TimeSpan> grace();

    /** {@code within 14 days after settlement, with 10 days grace}. */
    record Within(TimeSpan span, Event after, Optional<TimeSpan> grace) implements Due {}

    /** {@code by 1 March 2027}. */
    record By(LocalDate date, Optional<TimeSpan> grace) implements Due {}

    /** {@code at settlement}. */
    record AtSettlement(Optional<TimeSpan> grace) implements Due {}

    /** What a due time counts from. */
    sealed interface Event {
        /** The day on which the period is settled, by the agreement's lag. */
        record Settlement() implements Event {}

        /** The day of a notice. */
        record Notice() implements Event {}

        /** The last day of a period or season. */
        record EndOf(String name) implements Event {}

        /** The day on which a clause is breached, performed or paid. */
        record OfClause(String clause, ClauseEvent event) implements Event {}
    }
}
