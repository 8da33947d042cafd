package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final Clock clock;
    private final DuePlanning planning;
    private final Preparing preparing;
    private final Conclusions conclusions;

    public Sweep(Ledger ledger, ReadModel model, SettlementEngine engine, RuntimeSigners signers, Clock clock) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.model = requireNonNull(model, "read model");
        this.engine = requireNonNull(engine, "engine");
        this.clock = requireNonNull(clock, "clock");
        CompiledAgreements compiled = new CompiledAgreements(model);
        planning = new DuePlanning(model, compiled);
        requireNonNull(signers, "signers");
        Closing closing = new Closing(ledger, clock, planning, signers);
        preparing = new Preparing(model, compiled, planning, signers, closing);
        conclusions = new Conclusions(new Commits(ledger, clock), this::catchUp, model, planning);
    }

    /** How many shards agreements fall into; one sweep covers one shard of one zone. */
    public static int shards() {
        return DuePlanning.SHARDS;
    }

    /** Enters what came into force since into the calendar, and tells in which zones something waits. */
    public synchronized List<ZoneId> plan() {
        catchUp();
        planning.enterNew(clock.instant());
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
        for (DuePeriod each : oneOfEachAgreement(due)) {
            try {
                Preparing.Prepared prepared = preparing.prepare(each, asOfBlock, now);
                prepared.attempt().ifPresent(attempts::add);
                prepared.item().ifPresent(items::add);
            } catch (RuntimeException e) {
                // whatever is wrong with one agreement or its evidence, the others are settled
                items.add(conclusions.putOff(each, Result.FAILED, "gathering evidence: " + e.getMessage(), now));
            }
        }
        items.addAll(conclusions.conclude(
                attempts, engine.settleAll(attempts.stream().map(Attempt::work).toList()), now));
        return items;
    }

    /** A later period may read what an earlier one settles, so it waits for the next round. */
    private static Collection<DuePeriod> oneOfEachAgreement(List<DuePeriod> due) {
        Map<String, DuePeriod> first = new LinkedHashMap<>();
        due.forEach(each -> first.putIfAbsent(each.agreement(), each));
        return first.values();
    }

    private void catchUp() {
        Waiting.forHeight(model, ledger.height());
    }
}
