package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.MeterId;
import java.util.List;

/** Finds meters for the commands that name them. */
final class Meters {

    private Meters() {}

    static MeterId id(String written) {
        return LedgerStatement.typed(() -> new MeterId(written));
    }

    static MeterState required(MeterId meter, StateView ledger) {
        return ledger.state(StateKey.meter(meter), MeterState.class)
                .orElseThrow(() -> new InputRefused(
                        "There is no meter '%s' on this ledger; 'smartblocks meter list' shows those there are."
                                .formatted(meter)));
    }

    /** All meters in the order of their ids. */
    static List<MeterState> all(StateView ledger) {
        return ledger.states("meter/").stream()
                .map(entry -> (MeterState) entry.state())
                .toList();
    }
}
