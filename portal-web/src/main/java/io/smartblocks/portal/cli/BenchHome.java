package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.LedgerHome;
import io.smartblocks.portal.MachineKeys;
import io.smartblocks.portal.ReadModelHome;
import io.smartblocks.runtime.bench.SweepBench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ledger, read model and keys of a bench in a directory, as a portal keeps them. */
record BenchHome(Path directory, Map<MemberId, Signer> opened) implements SweepBench.Home {

    static BenchHome in(Path directory) {
        return new BenchHome(directory, new ConcurrentHashMap<>());
    }

    @Override
    public Ledger ledger(Clock clock) {
        return LedgerHome.open(directory, clock);
    }

    @Override
    public ReadModel readModel() {
        return ReadModelHome.open(directory, ReadModelHome::inEnvironment);
    }

    @Override
    public Signer signer(MemberId member) {
        return opened.computeIfAbsent(member, each -> new MachineKeys(directory, Clock.systemUTC()).findOrMake(each));
    }
}
