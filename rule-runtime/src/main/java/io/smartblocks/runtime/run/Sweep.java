package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles everything that is due, each period once and in order, and moves the calendar on.
 *
 * <p>That a period is settled once is the ledger's doing: its key can be written once. A sweep that was killed is simply
 * run again.
 */
public final class Sweep {

    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final ReadModel model;
    private final SettlementEngine engine;
    private final RuntimeSigners signers;
    private final Clock clock;
    private final CompiledAgreements compiled = new CompiledAgreements();
    private final DuePlanning planning;
    private final EvidenceGathering evidence;
    private final Conclusions conclusions;

    public Sweep(Ledger ledger, ReadModel model, SettlementEngine engine, RuntimeSigners signers, Clock clock) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.model = requireNonNull(model, "read model");
        this.engine = requireNonNull(engine, "engine");
        this.signers = requireNonNull(signers, "signers");
        this.clock = requireNonNull(clock, "clock");
        planning = new DuePlanning(model, compiled);
        evidence = new EvidenceGathering(model);
        conclusions = new Conclusions(new Commits(ledger, clock), model, planning);
    }

    /** How many shards agreements fall into; one sweep covers one shard of one zone. */
    public static int shards() {
        return DuePlanning.SHARDS;
    }

    /** Enters what came into force since into the calendar, and tells in which zones something waits. */
    public synchronized List<ZoneId> plan() {
        catchUp();
        planning.enterNew();
        return model.due().zones();
    }

    /** Settles what is due in one shard of a zone. */
    public SweepReport run(ZoneId zone, int shard) {
        return untilNothingIsDue(now -> model.due().due(now, zone, shard, AT_ONCE));
    }

    /** Settles what is due anywhere. */
    public SweepReport runAll() {
        plan();
        return untilNothingIsDue(now -> model.due().due(now, AT_ONCE));
    }

    private interface Due {
        List<DuePeriod> at(Instant now);
    }

    /** Every period found is moved on or put off, so this ends. */
    private SweepReport untilNothingIsDue(Due due) {
        Instant now = clock.instant();
        List<Item> items = new ArrayList<>();
        for (List<DuePeriod> found = due.at(now); !found.isEmpty(); found = due.at(now)) {
            catchUp();
            items.addAll(settle(found, now));
        }
        return new SweepReport(items);
    }

    private List<Item> settle(List<DuePeriod> due, Instant now) {
        long asOfBlock = model.height() - 1;
        List<Item> items = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        for (DuePeriod each : due) {
            try {
                prepare(each, asOfBlock, now).ifPresent(attempts::add);
            } catch (EvidenceMismatch e) {
                items.add(conclusions.putOff(each, Result.FAILED, "gathering evidence: " + e.getMessage(), now));
            }
        }
        items.addAll(conclusions.conclude(
                attempts, engine.settleAll(attempts.stream().map(Attempt::work).toList()), now));
        return items;
    }

    /** Nothing to settle where the agreement has left its force, where it is settled, or where another runtime settles. */
    private Optional<Attempt> prepare(DuePeriod due, long asOfBlock, Instant now) {
        Optional<AgreementRecord> record =
                model.agreements().agreement(new AgreementId(due.agreement()), due.version());
        if (record.isEmpty() || !(record.get().state() instanceof AgreementState.Active)) {
            model.due().remove(due.agreement(), due.version());
            return Optional.empty();
        }
        RunningAgreement running = compiled.of(record.get().proposal());
        SettlementPeriod period = running.period(due.period(), due.nextFrom());
        Optional<Signer> signer = signers.forAnyOf(running.signed().parties().values());
        if (planning.isSettled(running, period)) {
            planning.advance(running, period);
            return Optional.empty();
        }
        if (signer.isEmpty()) {
            planning.postpone(due, now);
            return Optional.empty();
        }
        Case work = new Case(running.agreement(), period, evidence.gather(running, period, asOfBlock));
        return Optional.of(new Attempt(due, running, work, signer.get()));
    }

    private void catchUp() {
        Waiting.forHeight(model, ledger.height());
    }
}
