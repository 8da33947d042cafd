package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.StateEntry;
import java.util.List;

/** What the families say to a batch as a whole. */
public sealed interface BatchDecision {

    /** All of it may happen; the writes are in the order of their keys, one per key. */
    record Applied(List<StateEntry> writes) implements BatchDecision {
        public Applied {
            writes = List.copyOf(writes);
        }
    }

    /** None of it may happen, because of the transaction at the place counted from 0. */
    record Refused(RefusalCode code, int place, String message) implements BatchDecision {}
}
