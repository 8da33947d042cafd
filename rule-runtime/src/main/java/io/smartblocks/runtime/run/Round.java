package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.Laps.Step;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Took;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One batch of a sweep: gathers, settles and commits some of what is due; whatever is wrong with one stops no other. */
final class Round {

    private static final Logger LOG = System.getLogger(Round.class.getName());

    /** What takes longer to gather goes to the ledger with what was gathered so far; the rest has its turn next. */
    static final Duration LONGEST_GATHERING = Duration.ofSeconds(5);

    /** Above so many periods, agreements that are behind by several have one of them settled. */
    private static final int ENOUGH = 500;

    private final ReadModel model;
    private final SettlementEngine engine;
    private final Preparing preparing;
    private final Conclusions conclusions;
    private final Duration longest;

    Round(ReadModel model, SettlementEngine engine, Preparing preparing, Conclusions conclusions, Duration longest) {
        this.model = model;
        this.engine = engine;
        this.preparing = preparing;
        this.conclusions = conclusions;
        this.longest = longest;
    }

    /** What came of it; the ledger may have been away. */
    record Done(List<Item> items, Took took, Took processor, Optional<String> away) {}

    Done settle(List<DuePeriod> due, Instant now) {
        long asOfBlock = model.height() - 1;
        Laps laps = new Laps();
        List<Item> items = new ArrayList<>();
        List<DuePeriod> first = oneOfEachAgreement(due);
        Chains chains = new Chains(first);
        List<Attempt> attempts = gathered(first, chains, asOfBlock, now, items);
        laps.end(Step.GATHERING);
        List<Attempt> settled = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        settle(attempts, chains, settled, outcomes, items, now);
        laps.end(Step.SETTLING);
        Conclusions.Concluded concluded = conclusions.conclude(settled, outcomes, chains, laps, now);
        items.addAll(concluded.items());
        laps.end(Step.CONCLUDING);
        return new Done(items, laps.byClock(), laps.ofProcessor(), concluded.away());
    }

    private List<Attempt> gathered(
            List<DuePeriod> first, Chains chains, long asOfBlock, Instant now, List<Item> items) {
        long begun = System.nanoTime();
        List<Ready> ready = ready(first, asOfBlock, now, items, begun);
        Reads reads = new Reads(model, asOfBlock);
        readAhead(reads, ready);
        List<Attempt> attempts = new ArrayList<>();
        for (Ready each : ready) {
            if (!attempts.isEmpty() && isTooLong(begun)) {
                break;
            }
            if (chains.waits(each.due())) {
                continue;
            }
            try {
                attempts.add(preparing.gather(each, reads));
            } catch (RuntimeException | StackOverflowError e) {
                if (!chains.breaksLater(each.due())) {
                    items.add(conclusions.failed(each.due(), "gathering evidence: " + said(e), now));
                }
            }
        }
        return attempts;
    }

    private List<Ready> ready(List<DuePeriod> first, long asOfBlock, Instant now, List<Item> items, long begun) {
        Set<DuePeriod> settled = model.settlements().settledAmong(first);
        List<Ready> ready = new ArrayList<>();
        for (DuePeriod each : first) {
            try {
                Preparing.Prepared prepared = preparing.prepare(each, settled, asOfBlock, now);
                prepared.ready().ifPresent(ready::add);
                if (prepared.ready().isPresent() && ready.size() < ENOUGH) {
                    ready.addAll(preparing.following(prepared.ready().get(), now));
                }
                prepared.item().ifPresent(items::add);
            } catch (RuntimeException | StackOverflowError e) {
                items.add(conclusions.failed(each, "gathering evidence: " + said(e), now));
            }
            if (isTooLong(begun)) {
                break;
            }
        }
        return ready;
    }

    /** If that breaks, each asks for itself, so that the culprit is found. */
    private static void readAhead(Reads reads, List<Ready> ready) {
        try {
            reads.ahead(ready);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.DEBUG, "could not read ahead", e);
        }
    }

    private boolean isTooLong(long begun) {
        return System.nanoTime() - begun > longest.toNanos();
    }

    /** All at once; if that breaks, one by one, so that the culprit is found. */
    private void settle(
            List<Attempt> attempts,
            Chains chains,
            List<Attempt> settled,
            List<Outcome> outcomes,
            List<Item> items,
            Instant now) {
        List<Case> cases = attempts.stream().map(Attempt::work).toList();
        try {
            outcomes.addAll(engine.settleAll(cases));
            settled.addAll(attempts);
        } catch (RuntimeException | StackOverflowError one) {
            for (Attempt attempt : attempts) {
                if (chains.waits(attempt.due())) {
                    continue;
                }
                try {
                    outcomes.add(engine.settle(attempt.work()));
                    settled.add(attempt);
                } catch (RuntimeException | StackOverflowError e) {
                    if (!chains.breaksLater(attempt.due())) {
                        items.add(conclusions.failed(attempt.due(), "settling: " + said(e), now));
                    }
                }
            }
        }
    }

    static String said(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElseGet(thrown::toString);
    }

    /** The first of each agreement that is due. */
    private static List<DuePeriod> oneOfEachAgreement(List<DuePeriod> due) {
        Map<String, DuePeriod> first = new LinkedHashMap<>();
        due.forEach(each -> first.putIfAbsent(each.agreement(), each));
        return List.copyOf(first.values());
    }
}
