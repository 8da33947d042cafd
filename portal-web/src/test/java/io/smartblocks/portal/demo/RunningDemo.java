package io.smartblocks.portal.demo;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.LedgerHome;
import io.smartblocks.portal.MachineKeys;
import io.smartblocks.portal.RuntimeKeys;
import io.smartblocks.runtime.run.CoSigning;
import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** A demo site as the portal runs it, without the portal. */
final class RunningDemo implements AutoCloseable {

    private final CatchUpClock clock;
    private final Ledger ledger;
    private final ReadModel model;
    private final Sweep sweep;
    private final DemoLife life;

    private RunningDemo(CatchUpClock clock, Ledger ledger, ReadModel model, Sweep sweep, DemoLife life) {
        this.clock = clock;
        this.ledger = ledger;
        this.model = model;
        this.sweep = sweep;
        this.life = life;
    }

    /** Starts the site in a directory and has it catch up with its past. */
    static RunningDemo start(Path data, Clock real) {
        CatchUpClock clock = new CatchUpClock(real);
        DemoSite site = DemoSite.openOrMark(data, LocalDate.ofInstant(real.instant(), DemoConfiguration.ZONE));
        DemoKeys keys = new DemoKeys(site, data, clock);
        Ledger ledger = LedgerHome.open(data, clock);
        ReadModel model = ReadModel.open(data.resolve("read-model"));
        model.follow(ledger);
        RuntimeKeys runtimes = new RuntimeKeys(ledger, new MachineKeys(data, clock));
        Sweep sweep = new Sweep(ledger, model, new SettlementEngine(), runtimes, clock);
        CoSigning coSigning = new CoSigning(ledger, model, new SettlementEngine(), runtimes, clock);
        DemoLife life = new DemoLife(
                site,
                new DemoLedger(ledger, keys::signer, clock),
                new CampusSimulator(
                        DemoConfiguration.SEED,
                        DemoConfiguration.ZONE,
                        site.calendar().firstMonth().atDay(1)),
                () -> {
                    sweep.runAll();
                    coSigning.run();
                },
                clock,
                DemoConfiguration.ZONE);
        life.catchUpWithPast();
        return new RunningDemo(clock, ledger, model, sweep, life);
    }

    CatchUpClock clock() {
        return clock;
    }

    Ledger ledger() {
        return ledger;
    }

    ReadModel model() {
        return model;
    }

    Sweep sweep() {
        return sweep;
    }

    DemoLife life() {
        return life;
    }

    @Override
    public void close() {
        model.close();
        ledger.close();
    }
}
