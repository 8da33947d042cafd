package io.smartblocks.runtime.settlement;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.evidence.Evidence;

/** What is to be settled: an agreement for a period on evidence, and why. */
public record Case(Agreement agreement, SettlementPeriod period, Evidence evidence, Trigger trigger) {
    public Case {
        requireNonNull(agreement, "agreement");
        requireNonNull(period, "period");
        requireNonNull(evidence, "evidence");
        requireNonNull(trigger, "trigger");
    }

    /** A period that has ended. */
    public Case(Agreement agreement, SettlementPeriod period, Evidence evidence) {
        this(agreement, period, evidence, new Trigger.PeriodEnd());
    }
}
