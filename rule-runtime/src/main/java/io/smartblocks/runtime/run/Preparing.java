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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what settling a due period takes, or notes why it is not settled now. */
final class Preparing {

    private static final int MOST_FOLLOWING = 119;

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
    record Prepared(Optional<Ready> ready, Optional<Item> item) {
        private static final Prepared NOTHING = new Prepared(Optional.empty(), Optional.empty());
    }

    /** Nothing to settle where another version or nothing governs, where it is settled, or where another runtime settles. */
    Prepared prepare(DuePeriod due, Set<DuePeriod> settled, long asOfBlock, Instant now) {
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
        boolean open = next.isPresent() && !settled.contains(due);
        if (!open && planning.isDone(running.get(), due.period())) {
            return new Prepared(Optional.empty(), closing.conclude(due, running.get(), now));
        }
        return prepare(due, running.get(), next, open, now);
    }

    private Prepared prepare(
            DuePeriod due, RunningAgreement running, Optional<SettlementPeriod> next, boolean open, Instant now) {
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
        return new Prepared(Optional.of(new Ready(due, running, period, signer.get())), Optional.empty());
    }

    /**
     * The periods after one that can be settled with it: those that are due as well, where no figure reads what earlier
     * periods came to. Others wait until that stands in a block, which their evidence names.
     */
    List<Ready> following(Ready first, Instant now) {
        List<Ready> following = new ArrayList<>();
        Optional<Ready> next = next(first, now);
        while (next.isPresent() && following.size() < MOST_FOLLOWING) {
            following.add(next.get());
            next = next(next.get(), now);
        }
        return following;
    }

    private Optional<Ready> next(Ready before, Instant now) {
        RunningAgreement running = before.running();
        if (before.due().period().equals(DuePlanning.WHOLE) || readsEarlier(running, before.period())) {
            return Optional.empty();
        }
        DuePeriod due = planning.after(running, before.period());
        if (due.dueAt().isAfter(now)) {
            return Optional.empty();
        }
        return running.calendar(due.period())
                .starting(due.period(), due.nextFrom())
                .filter(period -> period.from().isAfter(before.period().from()))
                .filter(period -> !readsEarlier(running, period) && !planning.isSettled(running, period))
                .flatMap(period -> signers.forAnyOf(
                                running.signedFor(period).parties().values())
                        .map(signer -> new Ready(due, running, period, signer)));
    }

    private static boolean readsEarlier(RunningAgreement running, SettlementPeriod period) {
        LookBack lookBack = running.lookBack(period);
        return lookBack.usesDocuments() || lookBack.usesPrevious();
    }

    /** The same with its evidence. */
    Attempt gather(Ready ready, Reads reads) {
        Agreement agreement = ready.running().during(ready.period());
        Case work = new Case(
                agreement,
                ready.period(),
                evidence.gather(ready.running(), ready.period(), reads),
                new Trigger.PeriodEnd(),
                ready.running().compiledHash(agreement));
        return new Attempt(ready.due(), ready.running(), work, ready.signer());
    }

    private static Item waiting(DuePeriod due, SettlementPeriod first) {
        String waits = "waits for " + first.name() + " from " + first.from() + ", whose documents it reads";
        return Attempt.item(due, Result.HELD, waits);
    }
}
