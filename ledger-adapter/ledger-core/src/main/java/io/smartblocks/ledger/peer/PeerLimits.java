package io.smartblocks.ledger.peer;

import java.time.Duration;

/** What one call of the chaincode may hold. */
public final class PeerLimits {

    /**
     * The most bytes of a batch. Its text stands in a Fabric transaction twice, as the argument and, much of it, as what is
     * written; the orderers take up to 10 MB.
     */
    public static final int MOST_BYTES = 4 << 20;

    /** The most states in one answer. */
    public static final int MOST_LISTED = 1000;

    /** How far the time that a client claims may lie from the clock of an endorser. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private PeerLimits() {}
}
