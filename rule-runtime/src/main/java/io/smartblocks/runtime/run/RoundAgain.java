package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Settles again what has changed, of one agreement what ended first before the rest, until nothing changes any more. */
final class RoundAgain {

    static final int AT_ONCE = 100;

    private final ReadModel model;
    private final SettlementEngine engine;
    private final FindingChanges finding;
    private final PreparingAgain preparing;
    private final Conclusions conclusions;
    private final Runnable catchUp;

    RoundAgain(
            ReadModel model,
            SettlementEngine engine,
            FindingChanges finding,
            PreparingAgain preparing,
            Conclusions conclusions,
            Runnable catchUp) {
        this.model = model;
        this.engine = engine;
        this.finding = finding;
        this.preparing = preparing;
        this.conclusions = conclusions;
        this.catchUp = catchUp;
    }

    /** A change is only carried to later periods, so this ends. */
    List<Item> settle(Supplier<List<LookAgain>> due, Instant now) {
        List<Item> items = new ArrayList<>();
        finding.find(now);
        List<LookAgain> found = due.get();
        while (!found.isEmpty()) {
            items.addAll(settle(found, now));
            catchUp.run();
            finding.find(now);
            found = due.get();
        }
        return items;
    }

    private List<Item> settle(List<LookAgain> rows, Instant now) {
        long asOfBlock = model.height() - 1;
        List<Item> items = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        for (LookAgain row : firstOfEachAgreement(rows)) {
            try {
                preparing.prepare(row, asOfBlock, now).ifPresent(attempts::add);
            } catch (RuntimeException | StackOverflowError e) {
                model.again().move(row, now.plus(DuePlanning.LOOK_AGAIN));
                String why = "gathering evidence again: " + Round.said(e);
                items.add(new Item(row.agreement().value(), row.name(), row.from(), Result.FAILED, why));
            }
        }
        items.addAll(conclusions
                .conclude(
                        attempts,
                        engine.settleAll(attempts.stream().map(Attempt::work).toList()),
                        new Chains(attempts.stream().map(Attempt::due).toList()),
                        new Laps(),
                        now)
                .items());
        return items;
    }

    private static List<LookAgain> firstOfEachAgreement(List<LookAgain> rows) {
        Map<String, LookAgain> first = new LinkedHashMap<>();
        rows.forEach(row -> first.putIfAbsent(row.agreement().value(), row));
        return List.copyOf(first.values());
    }
}
