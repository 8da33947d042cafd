package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.HoldState;
import java.time.Instant;

/** A period that cannot be settled, or could not for a time, and why. */
public record HoldRecord(HoldState state, Instant changedAt, long changedIn) {}
