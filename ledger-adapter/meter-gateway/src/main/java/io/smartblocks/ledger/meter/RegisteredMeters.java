package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.MeterId;
import java.util.Optional;

/** The meters that a file may hold readings of. */
@FunctionalInterface
public interface RegisteredMeters {

    Optional<RegisteredMeter> find(MeterId id);

    /** The meters that stand on a ledger. */
    static RegisteredMeters on(StateView ledger) {
        return id -> ledger.state(StateKey.meter(id), MeterState.class)
                .map(meter -> new RegisteredMeter(meter.meter(), meter.unit(), meter.interval(), meter.zone()));
    }
}
