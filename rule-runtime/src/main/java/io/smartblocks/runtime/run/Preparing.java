package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Trigger;
import java.time.Instant;
import java.util.Optional;

/** Gathers what settling a due period takes, or notes why it is not settled now. */
final class Preparing {

    private final ReadModel model;
    private final CompiledAgreements compiled;
    private final DuePlanning planning;
    private final RuntimeSigners signers;
    private final Closing closing;
    private final EvidenceGathering evidence;

    Preparing(
            ReadModel model,
            CompiledAgreements compiled,
            DuePlanning planning,
            RuntimeSigners signers,
            Closing closing) {
        this.model = model;
        this.compiled = compiled;
        this.planning = planning;
        this.signers = signers;
        this.closing = closing;
        this.evidence = new EvidenceGathering(model);
    }

    /** What is to be settled, or what there is to report instead; neither where nothing is left to do. */
    record Prepared(Optional<Attempt> attempt, Optional<Item> item) {
        private static final Prepared NOTHING = new Prepared(Optional.empty(), Optional.empty());
    }

    /** Nothing to settle where another version or nothing governs, where it is settled, or where another runtime settles. */
    Prepared prepare(DuePeriod due, long asOfBlock, Instant now) {
        Optional<RunningAgreement> running = compiled.of(new AgreementId(due.agreement()), asOfBlock)
                .filter(agreement -> agreement.latest().signed().version().equals(due.version()));
        if (running.isEmpty()) {
            model.due().remove(due.agreement(), due.version());
            return Prepared.NOTHING;
        }
        boolean whole = due.period().equals(DuePlanning.WHOLE);
        if (whole && !running.get().settledPeriods().isEmpty()) {
            planning.enterAgain(running.get());
            return Prepared.NOTHING;
        }
        if (running.get().suspended()) {
            planning.postpone(due, now);
            return Prepared.NOTHING;
        }
        Optional<SettlementPeriod> next =
                whole ? Optional.empty() : running.get().calendar(due.period()).starting(due.period(), due.nextFrom());
        boolean open = next.filter(period -> !planning.isSettled(running.get(), period))
                .isPresent();
        if (!open && planning.isDone(running.get(), due.period())) {
            return new Prepared(Optional.empty(), closing.conclude(due, running.get(), now));
        }
        return prepare(due, running.get(), next, open, asOfBlock, now);
    }

    private Prepared prepare(
            DuePeriod due,
            RunningAgreement running,
            Optional<SettlementPeriod> next,
            boolean open,
            long asOfBlock,
            Instant now) {
        PeriodCalendar calendar = running.calendar(due.period());
        if (next.isEmpty() || calendar.settlesAt(next.get()).isAfter(now)) {
            // it was ended early, or goes on for longer, since the calendar was noted
            planning.enter(running, due.period());
            return Prepared.NOTHING;
        }
        SettlementPeriod period = next.get();
        if (!open) {
            planning.advance(running, period);
            return Prepared.NOTHING;
        }
        Optional<Signer> signer =
                signers.forAnyOf(running.signedFor(period).parties().values());
        Optional<SettlementPeriod> awaited = planning.awaited(running, period);
        if (signer.isEmpty() || awaited.isPresent()) {
            planning.postpone(due, now);
            return new Prepared(
                    Optional.empty(), awaited.filter(any -> signer.isPresent()).map(first -> waiting(due, first)));
        }
        Agreement agreement = running.during(period);
        Case work = new Case(
                agreement,
                period,
                evidence.gather(running, period, asOfBlock),
                new Trigger.PeriodEnd(),
                running.compiledHash(agreement));
        return new Prepared(Optional.of(new Attempt(due, running, work, signer.get())), Optional.empty());
    }

    private static Item waiting(DuePeriod due, SettlementPeriod first) {
        String waits = "waits for " + first.name() + " from " + first.from() + ", whose documents it reads";
        return Attempt.item(due, Result.HELD, waits);
    }
}
