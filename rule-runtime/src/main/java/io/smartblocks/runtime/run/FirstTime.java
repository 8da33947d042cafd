package io.smartblocks.runtime.run;

import io.smartblocks.ledger.port.Health;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Took;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Settles what is due for the first time, in parts side by side. No part waits until the read model has seen what another
 * one committed; only who looks at an agreement again waits for what was committed of that.
 */
final class FirstTime {

    private static final Logger LOG = System.getLogger(FirstTime.class.getName());
    private static final int AT_ONCE = 250;
    private static final int MOST_AT_ONCE = 20_000;

    private final Ledger ledger;
    private final ReadModel model;
    private final OwnCommits own;
    private final Round round;
    private final Clock clock;
    private final String node;

    FirstTime(Ledger ledger, ReadModel model, OwnCommits own, Round round, Clock clock, String node) {
        this.ledger = ledger;
        this.model = model;
        this.own = own;
        this.round = round;
        this.clock = clock;
        this.node = node;
    }

    /** Settles what is due in one shard of a zone. */
    SweepReport ofShard(ZoneId zone, int shard, Instant now) {
        return swept(zone.getId(), shard, now, () -> model.due().due(now, zone, shard, AT_ONCE));
    }

    /** Settles what is due anywhere, on all processors. */
    List<SweepReport> anywhere(Instant now) {
        List<SweepReport> parts = new ArrayList<>();
        List<SweepReport> pass = pass(now);
        while (!pass.isEmpty()) {
            parts.addAll(pass);
            pass = pass.stream().allMatch(SweepReport::isComplete) ? pass(now) : List.of();
        }
        return parts;
    }

    /** Has all that is due have its turn once; every period found is moved on or put off, so the passes come to an end. */
    private List<SweepReport> pass(Instant now) {
        try {
            return InParallel.all(inParts(model.due().due(now, MOST_AT_ONCE)).stream()
                    .<Supplier<SweepReport>>map(part -> () -> swept("", -1, now, once(part)))
                    .toList());
        } catch (RuntimeException e) {
            return List.of(new SweepReport(
                    node,
                    "",
                    -1,
                    now,
                    clock.instant(),
                    Took.NOTHING,
                    Took.NOTHING,
                    Optional.of(Round.said(e)),
                    List.of()));
        }
    }

    /** Neighbours stay together, since what they read lies together too; all of one agreement is in one part. */
    private static List<List<DuePeriod>> inParts(List<DuePeriod> due) {
        Map<String, List<DuePeriod>> byAgreement =
                due.stream().collect(Collectors.groupingBy(DuePeriod::agreement, TreeMap::new, Collectors.toList()));
        List<List<DuePeriod>> parts = new ArrayList<>();
        List<DuePeriod> part = new ArrayList<>();
        for (List<DuePeriod> each : byAgreement.values()) {
            if (part.size() + each.size() > AT_ONCE && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.addAll(each);
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** The part, and then nothing: what it left has its turn when all parts are done. */
    private static Supplier<List<DuePeriod>> once(List<DuePeriod> part) {
        Iterator<List<DuePeriod>> parts = List.of(part, List.<DuePeriod>of()).iterator();
        return parts::next;
    }

    /** Every period found is moved on or put off, or the sweep stops, so this ends. */
    private SweepReport swept(String zone, int shard, Instant now, Supplier<List<DuePeriod>> found) {
        List<Item> items = new ArrayList<>();
        Took took = Took.NOTHING;
        Took processor = Took.NOTHING;
        Optional<String> stopped = Optional.empty();
        try {
            List<DuePeriod> due = found.get();
            if (!due.isEmpty()) {
                requireWritable();
            }
            while (!due.isEmpty() && stopped.isEmpty()) {
                own.await(due);
                Round.Done done = round.settle(due, now);
                items.addAll(done.items());
                took = took.plus(done.took());
                processor = processor.plus(done.processor());
                stopped = done.away();
                if (stopped.isEmpty()) {
                    own.awaitNotFarAhead(ledger.height());
                    due = found.get();
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "a sweep stopped" + in(zone, shard), e);
            stopped = Optional.of(Round.said(e));
        }
        return new SweepReport(node, zone, shard, now, clock.instant(), took, processor, stopped, items);
    }

    private void requireWritable() {
        Health health = ledger.health();
        if (!health.writable()) {
            throw new IllegalStateException("the ledger takes no writes: " + String.join("; ", health.notes()));
        }
    }

    static String in(String zone, int shard) {
        return zone.isEmpty() ? "" : " in " + zone + ", shard " + shard;
    }
}
