package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.readmodel.AgreementRecord;
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
        this.compiled = new CompiledAgreements(model.agreements()::document);
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
        Optional<AgreementRecord> agreement = model.agreements().agreement(committed.agreement(), committed.version());
        if (agreement.isEmpty()) {
            return new Verification.Unknown(
                    "The ledger has no agreement '" + committed.agreement() + "' version " + committed.version() + ".");
        }
        try {
            RunningAgreement running = compiled.of(agreement.get().proposal());
            return compare(committed, settleAgain(running, committed), running);
        } catch (EvidenceMismatch e) {
            return new Verification.NotSettled(e.getMessage());
        }
    }

    private Outcome settleAgain(RunningAgreement running, CommitSettlement committed) {
        SettlementPeriod period = running.period(committed.period(), committed.from());
        return engine.settle(new Case(
                running.agreement(),
                period,
                new EvidenceGathering(model).gather(running, period, committed.asOfBlock())));
    }

    private static Verification compareSummary(
            CommitSettlement committed, Outcome.Settled settled, RunningAgreement running) {
        StatementSummary computed = Summaries.of(settled.settlement().statement(), running.agreement());
        return FirstDifference.between(
                        "summary",
                        CanonicalJson.write(committed.summary()),
                        CanonicalJson.write(computed).getBytes(StandardCharsets.UTF_8))
                .<Verification>map(different -> different)
                .orElseGet(() -> new Verification.Same(committed.statementHash().toString()));
    }

    private static Verification compare(CommitSettlement committed, Outcome outcome, RunningAgreement running) {
        if (outcome instanceof Outcome.Settled settled) {
            byte[] computed = settled.settlement().canonicalJson();
            return Arrays.equals(computed, committed.statement().getBytes(StandardCharsets.UTF_8))
                    ? compareSummary(committed, settled, running)
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
