package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.Laps.Step;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Took;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One batch of a sweep: gathers, settles and commits some of what is due; whatever is wrong with one stops no other. */
final class Round {

    /** What takes longer to gather goes to the ledger with what was gathered so far; the rest has its turn next. */
    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(5);

    private final ReadModel model;
    private final SettlementEngine engine;
    private final Preparing preparing;
    private final Conclusions conclusions;

    Round(ReadModel model, SettlementEngine engine, Preparing preparing, Conclusions conclusions) {
        this.model = model;
        this.engine = engine;
        this.preparing = preparing;
        this.conclusions = conclusions;
    }

    /** What came of it; the ledger may have been away. */
    record Done(List<Item> items, Took took, Took processor, Optional<String> away) {}

    Done settle(List<DuePeriod> due, Instant now) {
        long asOfBlock = model.height() - 1;
        Laps laps = new Laps();
        List<Item> items = new ArrayList<>();
        List<Attempt> attempts = gathered(due, asOfBlock, now, items);
        laps.end(Step.GATHERING);
        List<Attempt> settled = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        settle(attempts, settled, outcomes, items, now);
        laps.end(Step.SETTLING);
        Conclusions.Concluded concluded = conclusions.conclude(settled, outcomes, laps, now);
        items.addAll(concluded.items());
        laps.end(Step.CONCLUDING);
        return new Done(items, laps.byClock(), laps.ofProcessor(), concluded.away());
    }

    private List<Attempt> gathered(List<DuePeriod> due, long asOfBlock, Instant now, List<Item> items) {
        long begun = System.nanoTime();
        List<Attempt> attempts = new ArrayList<>();
        for (DuePeriod each : oneOfEachAgreement(due)) {
            try {
                Preparing.Prepared prepared = preparing.prepare(each, asOfBlock, now);
                prepared.attempt().ifPresent(attempts::add);
                prepared.item().ifPresent(items::add);
            } catch (RuntimeException | StackOverflowError e) {
                items.add(conclusions.failed(each, "gathering evidence: " + said(e), now));
            }
            if (System.nanoTime() - begun > LONGEST_GATHERING.toNanos()) {
                break;
            }
        }
        return attempts;
    }

    /** All at once; if that breaks, one by one, so that the culprit is found. */
    private void settle(
            List<Attempt> attempts, List<Attempt> settled, List<Outcome> outcomes, List<Item> items, Instant now) {
        List<Case> cases = attempts.stream().map(Attempt::work).toList();
        try {
            outcomes.addAll(engine.settleAll(cases));
            settled.addAll(attempts);
        } catch (RuntimeException | StackOverflowError one) {
            for (Attempt attempt : attempts) {
                try {
                    outcomes.add(engine.settle(attempt.work()));
                    settled.add(attempt);
                } catch (RuntimeException | StackOverflowError e) {
                    items.add(conclusions.failed(attempt.due(), "settling: " + said(e), now));
                }
            }
        }
    }

    static String said(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElseGet(thrown::toString);
    }

    /** A later period may read what an earlier one settles, so it waits for the next round. */
    private static Collection<DuePeriod> oneOfEachAgreement(List<DuePeriod> due) {
        Map<String, DuePeriod> first = new LinkedHashMap<>();
        due.forEach(each -> first.putIfAbsent(each.agreement(), each));
        return first.values();
    }
}
