package io.smartblocks.runtime.bench;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.run.RuntimeSigners;
import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.run.SweepReport;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Settles one month of quarter hours for many agreements from pages on a real ledger to committed blocks, and times it. */
public final class SweepBench {

    private static final Duration PATIENCE = Duration.ofHours(2);

    /** How long H2 waits before it writes what was committed, and a little more. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** How long it may take to tidy up behind the readings of one agreement. */
    private static final Duration TIDIED = Duration.ofMillis(6);

    /** A hundred settlements to a block, so this stays below the 200 blocks by which a sweep may be ahead of the read model. */
    private static final int MOST_APART = 15_000;

    private final Home home;
    private final LongConsumer progress;

    private SweepBench(Home home, LongConsumer progress) {
        this.home = requireNonNull(home, "home");
        this.progress = requireNonNull(progress, "progress");
    }

    /** A directory with a ledger, its read model and the keys of members; it may outlive the process. */
    public interface Home {

        Ledger ledger(Clock clock);

        ReadModel readModel();

        /** Signs as a member with its key, which is made if there is none yet. */
        Signer signer(MemberId member);
    }

    /** Puts agreements with readings of a first month on an empty ledger. */
    public static Duration prepare(Home home, int agreements, LongConsumer progress) {
        return new SweepBench(home, progress).prepare(agreements);
    }

    /**
     * Settles the next months of all agreements that stand there, in some sweeps by one runtime: the first is cold. Readings
     * of a month are recorded before it is swept if need be.
     *
     * @param together how many sweeps to do while the read model follows, as it does in a portal
     * @param apart how many more to do while the read model is held back until all blocks stand
     * @param months how many months each sweep settles, as after a runtime was away for so long
     * @throws IllegalArgumentException if a sweep of so many agreements would wait for the read model meanwhile
     */
    public static List<SweepFigures> sweep(Home home, int together, int apart, int months, LongConsumer progress) {
        return new SweepBench(home, progress).sweep(together, apart, months);
    }

    private Duration prepare(int agreements) {
        long begun = System.nanoTime();
        Clock clock = new BenchClock(after(SweepBenchSite.FIRST_MONTH));
        try (Ledger ledger = home.ledger(clock);
                ReadModel model = home.readModel()) {
            SweepBenchSite site = new SweepBenchSite(ledger, clock, home::signer);
            site.found(agreements);
            site.record(SweepBenchSite.FIRST_MONTH, agreements, progress);
            model.follow(ledger);
            await(model, ledger.height());
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private List<SweepFigures> sweep(int together, int apart, int months) {
        try (ReadModel model = home.readModel()) {
            LocalDate first = model.due().of(SweepBenchSite.agreement(0).value()).stream()
                    .map(DuePeriod::nextFrom)
                    .findFirst()
                    .orElse(SweepBenchSite.FIRST_MONTH);
            BenchClock clock = new BenchClock(after(first));
            try (HeldBackLedger ledger = new HeldBackLedger(home.ledger(clock))) {
                model.follow(ledger);
                RuntimeSigners signers =
                        RuntimeSigners.of(Map.of(SweepBenchSite.SUPPLIER, home.signer(SweepBenchSite.SUPPLIER)));
                Sweep sweep = new Sweep(ledger, model, new SettlementEngine(), signers, clock);
                SweepBenchSite site = new SweepBenchSite(ledger, clock, home::signer);
                List<SweepFigures> figures = new ArrayList<>();
                for (int i = 0; i < together + apart; i++) {
                    LocalDate next = first.plusMonths((long) i * months);
                    clock.move(after(next.plusMonths(months - 1L)));
                    for (int month = 0; month < months; month++) {
                        readings(site, ledger, model, next.plusMonths(month));
                    }
                    beQuiet(model.agreements().inForce().size());
                    Watching watching = new Watching(ledger, model, List.copyOf(figures));
                    figures.add(
                            i < together
                                    ? together(watching, ledger, model, sweep)
                                    : apart(watching, ledger, model, sweep, clock, months));
                }
                return figures;
            }
        }
    }

    private void readings(SweepBenchSite site, Ledger ledger, ReadModel model, LocalDate month) {
        await(model, ledger.height());
        if (model.meters().pages(SweepBenchSite.METER, month, month.plusDays(1)).isEmpty()) {
            site.record(month, model.agreements().inForce().size(), progress);
            await(model, ledger.height());
        }
    }

    /**
     * What recording the readings left behind is no work of the sweep, which comes days later elsewhere: garbage, and what the
     * database writes and tidies up later. Quiet is a process that uses less than a tenth of one processor.
     */
    private static void beQuiet(int agreements) {
        System.gc();
        try {
            long end = System.nanoTime() + TIDIED.multipliedBy(agreements).toNanos();
            long before;
            long worked;
            do {
                before = Watching.process();
                Thread.sleep(QUIET.toMillis());
                worked = Watching.process() - before;
            } while (worked > QUIET.toNanos() / 10 && System.nanoTime() < end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before a sweep", e);
        }
    }

    private static SweepFigures together(Watching watching, Ledger ledger, ReadModel model, Sweep sweep) {
        watching.begin();
        SweepReport report = sweep.runAll();
        await(model, ledger.height());
        return watching.end(settled(report), report, Optional.empty());
    }

    private static SweepFigures apart(
            Watching watching, HeldBackLedger ledger, ReadModel model, Sweep sweep, Clock clock, int months) {
        sweep.plan();
        int due = model.due().due(clock.instant(), MOST_APART + 1).size() * months;
        if (due < 1 || due > MOST_APART) {
            throw new IllegalArgumentException(due + " periods are due; from 1 to " + MOST_APART
                    + " can be settled apart from the read model, since a sweep that is far ahead of it waits");
        }
        watching.begin();
        WatchingApart parts = new WatchingApart(ledger, model);
        ledger.holdBack(due, parts::allStand);
        try {
            SweepReport report = sweep.runAll();
            await(model, ledger.height());
            int settled = settled(report);
            return watching.end(settled, report, Optional.of(parts.end(settled)));
        } finally {
            ledger.letGo();
        }
    }

    static int settled(SweepReport report) {
        List<SweepReport.Item> others = new ArrayList<>(report.items());
        others.removeIf(item -> item.result() == SweepReport.Result.SETTLED);
        if (report.isEmpty() || !others.isEmpty()) {
            throw new IllegalStateException("the bench's agreements must settle, but "
                    + (report.isEmpty() ? "nothing was due; prepare more months" : others.get(0)));
        }
        return report.items().size();
    }

    static Instant after(LocalDate month) {
        return month.plusMonths(1)
                .plusDays(14)
                .atTime(10, 0)
                .atZone(SweepBenchSite.ZONE)
                .toInstant();
    }

    static void await(ReadModel model, long height) {
        try {
            if (!model.awaitHeight(height, PATIENCE)) {
                throw new IllegalStateException("the read model did not catch up within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the read model caught up", e);
        }
    }
}
