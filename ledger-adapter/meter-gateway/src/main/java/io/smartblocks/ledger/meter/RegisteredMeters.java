package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.LocalDate;
import java.util.Optional;

/** The meters that a file may hold readings of. */
@FunctionalInterface
public interface RegisteredMeters {

    Optional<RegisteredMeter> find(MeterId id);

    /** What stands of a meter on a local day, to compare new readings with. */
    default Optional<ReadingsPage> readings(MeterId id, LocalDate day) {
        return Optional.empty();
    }

    /** The meters that stand on a ledger. */
    static RegisteredMeters on(StateView ledger) {
        return new RegisteredMeters() {
            @Override
            public Optional<RegisteredMeter> find(MeterId id) {
                return ledger.state(StateKey.meter(id), MeterState.class).map(meter -> RegisteredMeter.of(meter));
            }

            @Override
            public Optional<ReadingsPage> readings(MeterId id, LocalDate day) {
                return ledger.state(StateKey.readings(id, day), ReadingsState.class)
                        .map(ReadingsState::page);
            }
        };
    }
}
