package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState.Active;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.scenario.GivenEvidence;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settles a period of a text as if it were in force alone, on what the ledger has now; nothing is committed. */
public final class DryRun {

    private static final MemberId NOBODY = new MemberId("nobody");

    private final EvidenceGathering gathering;
    private final ReadModel model;
    private final SettlementEngine engine;

    public DryRun(ReadModel model, SettlementEngine engine) {
        this.model = requireNonNull(model, "read model");
        this.engine = requireNonNull(engine, "engine");
        this.gathering = new EvidenceGathering(model);
    }

    /** What would become of the period. */
    public Outcome of(AgreementId id, String text, Agreement agreement, SettlementPeriod period) {
        RunningAgreement alone =
                new RunningAgreement(List.of(new RunningAgreement.Version(inForce(id, text, agreement), agreement)));
        try {
            return engine.settle(new Case(agreement, period, gathering.gather(alone, period, model.height() - 1)));
        } catch (EvidenceMismatch mismatch) {
            return new Outcome.Held(List.of(mismatch.getMessage()), List.of(), List.of());
        }
    }

    /** The same on what sentences of a scenario give, and on nothing else. */
    public Outcome onGiven(List<Scenario.Step> givens, Agreement agreement, SettlementPeriod period) {
        return engine.settle(new Case(agreement, period, GivenEvidence.alone(agreement, givens, period)));
    }

    private static Active inForce(AgreementId id, String text, Agreement agreement) {
        ProposeAgreement proposed = ProposalOf.text(id, text, agreement, Map.of());
        Proposal proposal = new Proposal(
                id,
                proposed.version(),
                proposed.title(),
                proposed.textHash(),
                proposed.compiledHash(),
                proposed.terms(),
                Map.of(),
                NOBODY);
        return new Active(proposal, List.of(), NOBODY, Instant.EPOCH, Optional.empty(), List.of());
    }
}
