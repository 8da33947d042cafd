package io.smartblocks.ledger.peer;

import io.smartblocks.ledger.state.State;
import java.util.List;

/** All that ever stood under a key, oldest first. */
public record StateHistory(List<Version> versions) {

    public StateHistory {
        versions = List.copyOf(versions);
    }

    /** A state, and the id of the Fabric transaction that wrote it. */
    public record Version(String carrier, State state) {}
}
