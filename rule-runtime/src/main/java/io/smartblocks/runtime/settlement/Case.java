package io.smartblocks.runtime.settlement;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.evidence.Evidence;
import java.util.Optional;

/**
 * What is to be settled: an agreement for a period on evidence, why, and what was settled of it before.
 *
 * @param compiledHash the hash of the agreement's compiled form, if whoever asks has just read that form and knows it
 * @param before the settlement that this one corrects, if it is not the first
 */
public record Case(
        Agreement agreement,
        SettlementPeriod period,
        Evidence evidence,
        Trigger trigger,
        Optional<String> compiledHash,
        Optional<Before> before) {
    public Case {
        requireNonNull(agreement, "agreement");
        requireNonNull(period, "period");
        requireNonNull(evidence, "evidence");
        requireNonNull(trigger, "trigger");
        requireNonNull(compiledHash, "compiledHash");
        requireNonNull(before, "what was settled before");
    }

    /** What is settled for the first time. */
    public Case(
            Agreement agreement,
            SettlementPeriod period,
            Evidence evidence,
            Trigger trigger,
            Optional<String> compiledHash) {
        this(agreement, period, evidence, trigger, compiledHash, Optional.empty());
    }

    /** The same of an agreement whose hash is to be found. */
    public Case(Agreement agreement, SettlementPeriod period, Evidence evidence, Trigger trigger) {
        this(agreement, period, evidence, trigger, Optional.empty());
    }

    /** A period that has ended. */
    public Case(Agreement agreement, SettlementPeriod period, Evidence evidence) {
        this(agreement, period, evidence, new Trigger.PeriodEnd());
    }

    /** The same, again: it corrects an earlier settlement. */
    public Case correcting(Before earlier) {
        return new Case(agreement, period, evidence, trigger, compiledHash, Optional.of(earlier));
    }

    /** The same, of the same agreement as its text has it: with the places of its sentences. */
    public Case inWordsOf(Agreement text) {
        return new Case(text, period, evidence, trigger, compiledHash, before);
    }
}
