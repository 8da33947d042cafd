package io.smartblocks.runtime.bench;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.runtime.bench.ChannelFigures.Rate;
import io.smartblocks.runtime.run.RuntimeSigners;
import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.run.SweepReport;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Measures a ledger of several organisations: with many statements in each of its transactions, and with one in each. */
public final class ChannelBench {

    private static final int WARM_UP = 20;
    private static final int ALONE = 100;

    private final SplittingLedger ledger;
    private final ReadModel model;
    private final BenchClock clock = new BenchClock(SweepBench.after(SweepBenchSite.FIRST_MONTH));
    private final Function<MemberId, Signer> signers;
    private final SweepBenchSite site;
    private final int agreements;
    private final Consumer<String> progress;

    private ChannelBench(
            Ledger ledger,
            ReadModel model,
            Function<MemberId, Signer> signers,
            int agreements,
            Consumer<String> progress) {
        this.ledger = new SplittingLedger(ledger);
        this.model = model;
        this.signers = signers;
        this.site = new SweepBenchSite(this.ledger, clock, signers);
        this.agreements = agreements;
        this.progress = progress;
    }

    /**
     * Founds a ledger, and settles two months of agreements on it.
     *
     * @param model a new one; it follows the ledger from here on
     * @param signers each member's key, always the same
     * @param progress hears what is done next
     * @throws IllegalArgumentException if the ledger is founded already
     */
    public static ChannelFigures measure(
            Ledger ledger,
            ReadModel model,
            Function<MemberId, Signer> signers,
            int agreements,
            Consumer<String> progress) {
        if (!ledger.id().equals(LedgerId.NONE)) {
            throw new IllegalArgumentException("the ledger " + ledger.id()
                    + " is founded already, and what is measured would stand on it for ever; name a new channel");
        }
        return new ChannelBench(ledger, model, signers, agreements, progress).measure();
    }

    private ChannelFigures measure() {
        progress.accept("founding, " + agreements + " agreements");
        model.follow(ledger);
        site.found(agreements);
        progress.accept("one transaction after another");
        List<Duration> latencies = latencies();

        Sweep sweep = new Sweep(
                ledger,
                model,
                new SettlementEngine(),
                RuntimeSigners.of(Map.of(SweepBenchSite.SUPPLIER, signers.apply(SweepBenchSite.SUPPLIER))),
                clock);
        LocalDate first = SweepBenchSite.FIRST_MONTH;
        progress.accept("pages by hundreds");
        Rate pages = pages(first);
        progress.accept("settlements by hundreds");
        Rate settlements = settlements(sweep);

        ledger.split();
        clock.move(SweepBench.after(first.plusMonths(1)));
        progress.accept("pages alone");
        Rate pagesAlone = pages(first.plusMonths(1));
        progress.accept("settlements alone");
        return new ChannelFigures(latencies, pages, pagesAlone, settlements, settlements(sweep));
    }

    private List<Duration> latencies() {
        List<Duration> found = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ALONE; i++) {
            long begun = System.nanoTime();
            Submission ended = ledger.commit(site.oneMore(i));
            Duration took = since(begun);
            if (ended instanceof Submission.Refused refused) {
                throw new IllegalStateException("the ledger refused what the bench submitted: " + refused.message());
            }
            if (i >= WARM_UP) {
                found.add(took);
            }
        }
        found.sort(null);
        return found;
    }

    private Rate pages(LocalDate month) {
        ledger.measure();
        site.record(month, agreements, done -> {});
        return new Rate((long) agreements * month.lengthOfMonth(), ledger.took());
    }

    private Rate settlements(Sweep sweep) {
        SweepBench.await(model, ledger.height());
        ledger.measure();
        SweepReport report = sweep.runAll();
        return new Rate(SweepBench.settled(report), ledger.took());
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
