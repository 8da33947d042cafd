package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateKey;

/** What a family says to one transaction. */
public sealed interface Decision {

    /** It may happen, and changes this. */
    record Applied(StateChanges changes) implements Decision {}

    /** It may not, for the reason that the code names and the message explains. */
    record Refused(RefusalCode code, String message) implements Decision {}

    /** It may happen and writes one state. */
    static Decision write(StateKey key, State state) {
        return new Applied(StateChanges.of(key, state));
    }

    /** It may not happen. */
    static Decision refuse(RefusalCode code, String message) {
        return new Refused(code, message);
    }
}
