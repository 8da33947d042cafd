package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;

/** An agreement in force, compiled: what was signed beside what it means. */
record RunningAgreement(Proposal signed, Agreement agreement, PeriodCalendar calendar, LookBack lookBack) {

    /** The period of a name that starts on a day. */
    SettlementPeriod period(String name, LocalDate from) {
        return calendar.starting(name, from)
                .orElseThrow(() -> new EvidenceMismatch(signed.agreement() + " has no " + name + " that starts on "
                        + from + "; check the day and the name"));
    }
}
