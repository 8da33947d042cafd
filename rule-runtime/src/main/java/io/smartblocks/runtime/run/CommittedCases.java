package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.runtime.settlement.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** What was settled when a settlement was committed, found again from the ledger. */
final class CommittedCases {

    private final ReadModel model;

    CommittedCases(ReadModel model) {
        this.model = model;
    }

    /**
     * The case of a committed settlement: the evidence as of its block, what happened if it is of an occasion, and what it
     * corrects.
     */
    Case of(RunningAgreement running, CommitSettlement committed) {
        SettlementPeriod period = running.period(Occasion.periodOf(committed.period()), committed.from());
        EvidenceGathering gathering = new EvidenceGathering(model);
        Case first = Occasion.of(committed.period())
                .map(occasion -> happened(
                        occasion,
                        running.during(period),
                        period,
                        gathering.gather(running, period, occasion, committed.asOfBlock()),
                        committed))
                .orElseGet(() -> new Case(
                        running.during(period), period, gathering.gather(running, period, committed.asOfBlock())));
        return corrected(committed)
                .map(before ->
                        first.correcting(Corrections.before(model, before, committed.asOfBlock(), period.zone())))
                .orElse(first);
    }

    /**
     * What was paid or performed is evidence, as is that it was taken back; on which day a breach was looked at is the
     * statement's own word.
     */
    private static Case happened(
            Occasion occasion,
            Agreement agreement,
            SettlementPeriod period,
            Evidence evidence,
            CommitSettlement committed) {
        Statement statement = Settlement.fromJson(committed.statement().getBytes(StandardCharsets.UTF_8));
        Optional<LocalDate> told = PreparingAgain.toldOn(occasion, period, evidence)
                .filter(day -> !occasion.happened().equals(OccasionDays.BREACHED));
        return new Case(
                agreement,
                period,
                evidence,
                new Trigger.ClauseHappened(
                        occasion.clause(),
                        PreparingAgain.event(occasion),
                        told.orElse(statement.settledOn()),
                        PreparingAgain.isUndone(occasion, period, evidence)));
    }

    private Optional<SettlementRecord> corrected(CommitSettlement committed) {
        return model.settlements()
                .settlement(committed.agreement(), committed.period(), committed.from(), committed.revision() - 1);
    }
}
