package io.smartblocks.runtime.settlement;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.evidence.Evidence;
import java.util.Optional;

/**
 * What is to be settled: an agreement for a period on evidence, and why.
 *
 * @param compiledHash the hash of the agreement's compiled form, if whoever asks has just read that form and knows it
 */
public record Case(
        Agreement agreement,
        SettlementPeriod period,
        Evidence evidence,
        Trigger trigger,
        Optional<String> compiledHash) {
    public Case {
        requireNonNull(agreement, "agreement");
        requireNonNull(period, "period");
        requireNonNull(evidence, "evidence");
        requireNonNull(trigger, "trigger");
        requireNonNull(compiledHash, "compiledHash");
    }

    /** An agreement whose hash is to be found. */
    public Case(Agreement agreement, SettlementPeriod period, Evidence evidence, Trigger trigger) {
        this(agreement, period, evidence, trigger, Optional.empty());
    }

    /** A period that has ended. */
    public Case(Agreement agreement, SettlementPeriod period, Evidence evidence) {
        this(agreement, period, evidence, new Trigger.PeriodEnd());
    }
}
