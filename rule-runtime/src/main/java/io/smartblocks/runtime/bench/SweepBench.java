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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Settles one month of quarter hours for many agreements from pages on a real ledger to committed blocks, and times it. */
public final class SweepBench {

    private static final Duration PATIENCE = Duration.ofHours(2);

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

    /** Settles the next month of all agreements that stand there, of which readings are recorded before if need be. */
    public static SweepFigures sweep(Home home, LongConsumer progress) {
        return new SweepBench(home, progress).sweep();
    }

    private Duration prepare(int agreements) {
        long begun = System.nanoTime();
        Clock clock = after(SweepBenchSite.FIRST_MONTH);
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

    private SweepFigures sweep() {
        try (ReadModel model = home.readModel()) {
            LocalDate month = model.due().of(SweepBenchSite.agreement(0).value()).stream()
                    .map(DuePeriod::nextFrom)
                    .findFirst()
                    .orElse(SweepBenchSite.FIRST_MONTH);
            Clock clock = after(month);
            try (Ledger ledger = home.ledger(clock)) {
                model.follow(ledger);
                if (model.meters()
                        .pages(SweepBenchSite.METER, month, month.plusDays(1))
                        .isEmpty()) {
                    int agreements = model.agreements().inForce().size();
                    new SweepBenchSite(ledger, clock, home::signer).record(month, agreements, progress);
                }
                await(model, ledger.height());
                return measured(ledger, model, clock);
            }
        }
    }

    private SweepFigures measured(Ledger ledger, ReadModel model, Clock clock) {
        RuntimeSigners signers =
                RuntimeSigners.of(Map.of(SweepBenchSite.SUPPLIER, home.signer(SweepBenchSite.SUPPLIER)));
        Watching watching = Watching.begin(ledger, model);
        Sweep sweep = new Sweep(ledger, model, new SettlementEngine(), signers, clock);
        SweepReport report = sweep.runAll();
        long begun = System.nanoTime();
        await(model, ledger.height());
        return watching.end(settled(report), System.nanoTime() - begun);
    }

    private static int settled(SweepReport report) {
        List<SweepReport.Item> others = new ArrayList<>(report.items());
        others.removeIf(item -> item.result() == SweepReport.Result.SETTLED);
        if (report.isEmpty() || !others.isEmpty()) {
            throw new IllegalStateException("the bench's agreements must settle, but "
                    + (report.isEmpty() ? "nothing was due; prepare more months" : others.get(0)));
        }
        return report.items().size();
    }

    private static Clock after(LocalDate month) {
        Instant instant = month.plusMonths(1)
                .plusDays(14)
                .atTime(10, 0)
                .atZone(SweepBenchSite.ZONE)
                .toInstant();
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static void await(ReadModel model, long height) {
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
