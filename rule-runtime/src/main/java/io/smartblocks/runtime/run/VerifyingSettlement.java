package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settles committed periods again, from the evidence as of their blocks, and compares every byte. */
public final class VerifyingSettlement {

    private final ReadModel model;
    private final SettlementEngine engine;
    private final CompiledAgreements compiled;
    private final CommittedCases committedCases;

    public VerifyingSettlement(ReadModel model, SettlementEngine engine) {
        this.model = requireNonNull(model, "read model");
        this.engine = requireNonNull(engine, "engine");
        this.compiled = new CompiledAgreements(model);
        this.committedCases = new CommittedCases(model);
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
        return verifyAll(List.of(record)).get(0);
    }

    /** Verifies many settlements; what comes of each stands in their order, and none stops another. */
    public List<Verification> verifyAll(List<SettlementRecord> records) {
        Verification[] found = new Verification[records.size()];
        List<Integer> places = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            CommitSettlement committed = records.get(i).settlement();
            try {
                Optional<RunningAgreement> running = compiled.of(committed.agreement(), committed.asOfBlock());
                if (running.isEmpty()) {
                    found[i] = new Verification.Unknown("Agreement '" + committed.agreement()
                            + "' was not in force in block " + committed.asOfBlock() + ".");
                } else {
                    cases.add(committedCases.of(running.get(), committed));
                    places.add(i);
                }
            } catch (RuntimeException e) {
                // whatever is wrong with one agreement or its evidence, the others are verified
                found[i] = new Verification.NotSettled(e instanceof EvidenceMismatch ? e.getMessage() : e.toString());
            }
        }
        List<Outcome> outcomes = engine.settleAll(cases);
        for (int i = 0; i < outcomes.size(); i++) {
            CommitSettlement committed = records.get(places.get(i)).settlement();
            found[places.get(i)] = new Recomputed(committed, cases.get(i)).compare(outcomes.get(i));
        }
        return List.of(found);
    }
}
