package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.port.Health;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.DuePeriod;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Settles everything that is due, each period once and in order, and moves the calendar on.
 *
 * <p>That a period is settled once is the ledger's doing: its key can be written once. A sweep that was killed is simply
 * run again. Each thread has one batch on its way to the ledger at a time; where the ledger is slow the sweep is, and where
 * it is away the sweep stops and leaves the rest due.
 */
public final class Sweep {

    private static final Logger LOG = System.getLogger(Sweep.class.getName());
    private static final int AT_ONCE = 100;
    private static final Duration RUNS_KEPT = Duration.ofDays(90);

    private final Ledger ledger;
    private final ReadModel model;
    private final Clock clock;
    private final String node;
    private final DuePlanning planning;
    private final OwnCommits own;
    private final Round round;

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
        this.ledger = requireNonNull(ledger, "ledger");
        this.model = requireNonNull(model, "read model");
        this.clock = requireNonNull(clock, "clock");
        this.node = requireNonNull(node, "node");
        requireNonNull(engine, "engine");
        requireNonNull(signers, "signers");
        CompiledAgreements compiled = new CompiledAgreements(model);
        planning = new DuePlanning(model, compiled);
        own = new OwnCommits(model);
        Closing closing = new Closing(ledger, clock, planning, signers);
        Preparing preparing = new Preparing(model, compiled, planning, signers, closing);
        Conclusions conclusions = new Conclusions(new Commits(ledger, clock), own, this::catchUp, model, planning);
        round = new Round(model, engine, preparing, conclusions);
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
        SweepReport report = swept(zone, shard);
        note(report);
        return report;
    }

    /** Settles what is due anywhere, on all processors. */
    public SweepReport runAll() {
        Instant start = clock.instant();
        List<SweepReport> parts = InParallel.all(plan().stream()
                .flatMap(zone ->
                        IntStream.range(0, shards()).<Supplier<SweepReport>>mapToObj(shard -> () -> swept(zone, shard)))
                .toList());
        SweepReport report = new SweepReport(
                node,
                "",
                -1,
                start,
                clock.instant(),
                parts.stream().map(SweepReport::took).reduce(Took.NOTHING, Took::plus),
                parts.stream().map(SweepReport::processor).reduce(Took.NOTHING, Took::plus),
                parts.stream().flatMap(part -> part.stopped().stream()).findFirst(),
                parts.stream().flatMap(part -> part.items().stream()).toList());
        note(report);
        if (report.isComplete()) {
            catchUp();
        }
        return report;
    }

    /** Every period found is moved on or put off, or the sweep stops, so this ends. */
    private SweepReport swept(ZoneId zone, int shard) {
        Instant now = clock.instant();
        List<Item> items = new ArrayList<>();
        Took took = Took.NOTHING;
        Took processor = Took.NOTHING;
        Optional<String> stopped = Optional.empty();
        try {
            List<DuePeriod> due = model.due().due(now, zone, shard, AT_ONCE);
            if (!due.isEmpty()) {
                requireWritable();
                catchUp();
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
                    due = model.due().due(now, zone, shard, AT_ONCE);
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "the sweep of " + zone + ", shard " + shard + ", stopped", e);
            stopped = Optional.of(Round.said(e));
        }
        return new SweepReport(node, zone.getId(), shard, now, clock.instant(), took, processor, stopped, items);
    }

    private void requireWritable() {
        Health health = ledger.health();
        if (!health.writable()) {
            throw new IllegalStateException("the ledger takes no writes: " + String.join("; ", health.notes()));
        }
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
