package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Took;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Settles everything that is due, each period once and in order, and moves the calendar on.
 *
 * <p>That a period is settled once is the ledger's doing: its key can be written once. A sweep that was killed is simply
 * run again. Each thread has one batch on its way to the ledger at a time; where the ledger is slow the sweep is, and where
 * it is away the sweep stops and leaves the rest due.
 */
public final class Sweep {

    private static final Logger LOG = System.getLogger(Sweep.class.getName());
    private static final Duration RUNS_KEPT = Duration.ofDays(90);

    private final Ledger ledger;
    private final ReadModel model;
    private final Clock clock;
    private final String node;
    private final DuePlanning planning;
    private final FirstTime firstTime;
    private final Commits commits;
    private final RoundAgain again;
    private final Set<Going> going = ConcurrentHashMap.newKeySet();

    public Sweep(Ledger ledger, ReadModel model, SettlementEngine engine, RuntimeSigners signers, Clock clock) {
        this(
                ledger,
                model,
                engine,
                signers,
                clock,
                "process " + ProcessHandle.current().pid());
    }

    /** With the name of this runtime among the nodes that share a read model. */
    public Sweep(
            Ledger ledger, ReadModel model, SettlementEngine engine, RuntimeSigners signers, Clock clock, String node) {
        this(ledger, model, engine, signers, clock, node, Commits.PATIENCE, Round.LONGEST_GATHERING);
    }

    /** With how long to wait for the ledger's answer, and how long to gather before what was gathered is settled. */
    Sweep(
            Ledger ledger,
            ReadModel model,
            SettlementEngine engine,
            RuntimeSigners signers,
            Clock clock,
            String node,
            Duration patience,
            Duration longestGathering) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.model = requireNonNull(model, "read model");
        this.clock = requireNonNull(clock, "clock");
        this.node = requireNonNull(node, "node");
        requireNonNull(engine, "engine");
        requireNonNull(signers, "signers");
        CompiledAgreements compiled = new CompiledAgreements(model);
        planning = new DuePlanning(model, compiled);
        OwnCommits own = new OwnCommits(model);
        Closing closing = new Closing(ledger, clock, planning, signers);
        Preparing preparing = new Preparing(model, compiled, planning, signers, closing);
        SettledBefore settled = new SettledBefore(model);
        PreparingAgain preparingAgain = new PreparingAgain(model, compiled, signers, settled);
        commits = new Commits(ledger, clock, patience);
        Conclusions conclusions = new Conclusions(
                commits, own, this::catchUp, model, planning, new ConcludingAgain(model, preparingAgain));
        FindingChanges finding = new FindingChanges(model, compiled, settled);
        again = new RoundAgain(model, engine, finding, preparingAgain, conclusions, this::catchUp);
        Round round = new Round(model, engine, preparing, conclusions, longestGathering);
        firstTime = new FirstTime(ledger, model, own, round, clock, node);
    }

    /**
     * A sweep that goes on now.
     *
     * @param zone whose periods it settles; empty for those of all zones
     * @param shard which part of the zone; -1 for all of it
     */
    public record Going(String zone, int shard, Instant since) {}

    /** The sweeps of this runtime that go on now, the longest first; those of other nodes are not seen from here. */
    public List<Going> going() {
        return going.stream().sorted(Comparator.comparing(Going::since)).toList();
    }

    /** How many settlements and holds of this runtime are proposed: signed, handed to the ledger, and not yet answered. */
    public int proposed() {
        return commits.proposed();
    }

    /** How many shards agreements fall into; one sweep covers one shard of one zone. */
    public static int shards() {
        return DuePlanning.SHARDS;
    }

    /** The name of this runtime. */
    public String node() {
        return node;
    }

    /** Enters what came into force since into the calendar, and tells in which zones something waits. */
    public synchronized List<ZoneId> plan() {
        catchUp();
        planning.enterNew(clock.instant());
        model.runs().forgetBefore(clock.instant().minus(RUNS_KEPT));
        return model.due().zones();
    }

    /** Settles what is due in one shard of a zone. */
    public SweepReport run(ZoneId zone, int shard) {
        Instant start = clock.instant();
        SweepReport report = seen(
                zone.getId(),
                shard,
                start,
                () -> model.again().due(start, zone, shard, RoundAgain.AT_ONCE),
                () -> List.of(firstTime.ofShard(zone, shard, start)));
        note(report);
        return report;
    }

    /** Settles what is due anywhere, on all processors. */
    public SweepReport runAll() {
        Instant start = clock.instant();
        plan();
        SweepReport report = seen(
                "", -1, start, () -> model.again().due(start, RoundAgain.AT_ONCE), () -> firstTime.anywhere(start));
        note(report);
        if (report.isComplete()) {
            catchUp();
        }
        return report;
    }

    /** Others see that it goes on as long as it does. */
    private SweepReport seen(
            String zone, int shard, Instant start, Supplier<List<LookAgain>> changed, Supplier<List<SweepReport>> due) {
        Going now = new Going(zone, shard, start);
        going.add(now);
        try {
            return together(zone, shard, start, changed, due);
        } finally {
            going.remove(now);
        }
    }

    /** What changed goes first, since later periods read it, and comes again after what was settled now. */
    private SweepReport together(
            String zone, int shard, Instant start, Supplier<List<LookAgain>> changed, Supplier<List<SweepReport>> due) {
        List<SweepReport> parts = new ArrayList<>();
        parts.add(changed(zone, shard, start, changed));
        if (parts.get(0).isComplete()) {
            parts.addAll(due.get());
            boolean settled = parts.stream().anyMatch(part -> !part.items().isEmpty());
            if (settled && parts.stream().allMatch(SweepReport::isComplete)) {
                parts.add(changed(zone, shard, start, changed));
            }
        }
        return new SweepReport(
                node,
                zone,
                shard,
                start,
                clock.instant(),
                parts.stream().map(SweepReport::took).reduce(Took.NOTHING, Took::plus),
                parts.stream().map(SweepReport::processor).reduce(Took.NOTHING, Took::plus),
                parts.stream().flatMap(part -> part.stopped().stream()).findFirst(),
                parts.stream().flatMap(part -> part.items().stream()).toList());
    }

    private SweepReport changed(String zone, int shard, Instant now, Supplier<List<LookAgain>> found) {
        List<Item> items = new ArrayList<>();
        Optional<String> stopped = Optional.empty();
        try {
            catchUp();
            items.addAll(again.settle(found, now));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "corrections stopped" + FirstTime.in(zone, shard), e);
            stopped = Optional.of(Round.said(e));
        }
        return new SweepReport(node, zone, shard, now, clock.instant(), Took.NOTHING, Took.NOTHING, stopped, items);
    }

    /** That a run cannot be noted, as when the database is away, must not undo it. */
    private void note(SweepReport report) {
        if (report.isEmpty() && report.isComplete()) {
            return;
        }
        try {
            model.runs().add(RunNote.of(report));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A run could not be noted: " + e.getMessage());
        }
    }

    private void catchUp() {
        Waiting.forHeight(model, ledger.height());
    }
}
