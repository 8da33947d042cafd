package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Settles a committed period again, from the evidence as of its block, and compares every byte. */
public final class VerifyingSettlement {

    private final ReadModel model;
    private final SettlementEngine engine;
    private final CompiledAgreements compiled;

    public VerifyingSettlement(ReadModel model, SettlementEngine engine) {
        this.model = requireNonNull(model, "read model");
        this.engine = requireNonNull(engine, "engine");
        this.compiled = new CompiledAgreements(model);
    }

    /** Verifies the latest revision of the period that starts on {@code from}. */
    public Verification latest(AgreementId agreement, String period, LocalDate from) {
        return model.settlements()
                .latest(agreement, period, from)
                .map(this::verify)
                .orElseGet(() -> new Verification.Unknown("The ledger has no settlement of " + period + " from " + from
                        + " under agreement '" + agreement + "'."));
    }

    /** Verifies one settlement. */
    public Verification verify(SettlementRecord record) {
        CommitSettlement committed = record.settlement();
        try {
            Optional<RunningAgreement> running = compiled.of(committed.agreement(), committed.asOfBlock());
            return running.isEmpty()
                    ? new Verification.Unknown("Agreement '" + committed.agreement() + "' was not in force in block "
                            + committed.asOfBlock() + ".")
                    : compare(committed, settleAgain(running.get(), committed));
        } catch (EvidenceMismatch e) {
            return new Verification.NotSettled(e.getMessage());
        }
    }

    private Case settleAgain(RunningAgreement running, CommitSettlement committed) {
        SettlementPeriod period = running.period(committed.period(), committed.from());
        return new Case(
                running.during(period),
                period,
                new EvidenceGathering(model).gather(running, period, committed.asOfBlock()));
    }

    private static Verification compareSummary(CommitSettlement committed, Outcome.Settled settled, Case again) {
        StatementSummary computed = Summaries.of(settled.settlement().statement(), again.agreement());
        return FirstDifference.between(
                        "summary",
                        CanonicalJson.write(committed.summary()),
                        CanonicalJson.write(computed).getBytes(StandardCharsets.UTF_8))
                .<Verification>map(different -> different)
                .orElseGet(() -> new Verification.Same(committed.statementHash().toString()));
    }

    private Verification compare(CommitSettlement committed, Case again) {
        Outcome outcome = engine.settle(again);
        if (outcome instanceof Outcome.Settled settled) {
            byte[] computed = settled.settlement().canonicalJson();
            return Arrays.equals(computed, committed.statement().getBytes(StandardCharsets.UTF_8))
                    ? compareSummary(committed, settled, again)
                    : FirstDifference.between("", committed.statement(), computed)
                            .<Verification>map(different -> different)
                            .orElseGet(() -> new Verification.Different("layout", "", ""));
        }
        return new Verification.NotSettled(
                outcome instanceof Outcome.Refused refused
                        ? refused.message()
                        : String.join(" ", ((Outcome.Held) outcome).reasons()));
    }
}
