package io.smartblocks.runtime.obligation;

import java.time.LocalDate;
import java.util.Optional;

/** What has become of an obligation as of a day. */
public sealed interface ObligationState {

    /** It must still be performed, by this day. */
    record Due(LocalDate by) implements ObligationState {}

    /** It was performed, or paid, in time. */
    record Performed(LocalDate on) implements ObligationState {}

    /** It was not performed in time; cured if it was performed later. */
    record Breached(LocalDate since, Optional<LocalDate> cured) implements ObligationState {}

    /** A party disputes the settlement it comes from: nothing is breached until that is resolved. */
    record Disputed(LocalDate since) implements ObligationState {}

    /** An exception holds, so that nothing is owed. */
    record Excused(String byClause) implements ObligationState {}

    /** The agreement ended before it fell due, and its clause does not survive the end. */
    record Terminated(LocalDate on) implements ObligationState {}
}
