package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Instant;
import java.util.Optional;

/** Gathers what settling a due period takes, or notes why it is not settled now. */
final class Preparing {

    private final ReadModel model;
    private final CompiledAgreements compiled;
    private final DuePlanning planning;
    private final RuntimeSigners signers;
    private final EvidenceGathering evidence;

    Preparing(ReadModel model, CompiledAgreements compiled, DuePlanning planning, RuntimeSigners signers) {
        this.model = model;
        this.compiled = compiled;
        this.planning = planning;
        this.signers = signers;
        this.evidence = new EvidenceGathering(model);
    }

    /** What is to be settled, or what there is to report instead; neither where nothing is left to do. */
    record Prepared(Optional<Attempt> attempt, Optional<Item> item) {
        private static final Prepared NOTHING = new Prepared(Optional.empty(), Optional.empty());
    }

    /** Nothing to settle where the agreement has left its force, where it is settled, or where another runtime settles. */
    Prepared prepare(DuePeriod due, long asOfBlock, Instant now) {
        Optional<AgreementRecord> record =
                model.agreements().agreement(new AgreementId(due.agreement()), due.version());
        if (record.isEmpty() || !(record.get().state() instanceof AgreementState.Active)) {
            model.due().remove(due.agreement(), due.version());
            return Prepared.NOTHING;
        }
        RunningAgreement running = compiled.of(record.get().proposal());
        if (due.period().equals(DuePlanning.WHOLE)) {
            planning.enterAgain(running);
            return Prepared.NOTHING;
        }
        return prepare(due, running, asOfBlock, now);
    }

    private Prepared prepare(DuePeriod due, RunningAgreement running, long asOfBlock, Instant now) {
        SettlementPeriod period = running.period(due.period(), due.nextFrom());
        if (planning.isSettled(running, period)) {
            planning.advance(running, period);
            return Prepared.NOTHING;
        }
        Optional<Signer> signer = signers.forAnyOf(running.signed().parties().values());
        Optional<SettlementPeriod> awaited = planning.awaited(running, period);
        if (signer.isEmpty() || awaited.isPresent()) {
            planning.postpone(due, now);
            return new Prepared(
                    Optional.empty(), awaited.filter(any -> signer.isPresent()).map(first -> waiting(due, first)));
        }
        Case work = new Case(running.agreement(), period, evidence.gather(running, period, asOfBlock));
        return new Prepared(Optional.of(new Attempt(due, running, work, signer.get())), Optional.empty());
    }

    private static Item waiting(DuePeriod due, SettlementPeriod first) {
        String waits = "waits for " + first.name() + " from " + first.from() + ", whose documents it reads";
        return Attempt.item(due, Result.HELD, waits);
    }
}
