package io.smartblocks.ledger.chaincode;

import io.smartblocks.ledger.chaincode.decide.CallRefused;
import io.smartblocks.ledger.peer.PeerLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Holds the time that a client claims against this server's own clock. Whether a peer endorses depends on it, and never what
 * is written: nothing else here knows a clock.
 */
final class EndorsersClock {

    private final Clock clock;

    EndorsersClock(Clock clock) {
        this.clock = clock;
    }

    void check(Instant claimed) {
        Instant here = clock.instant();
        if (Duration.between(here, claimed).abs().compareTo(PeerLimits.CLOCK_TOLERANCE) > 0) {
            throw new CallRefused("the client claims the time " + claimed + ", but here it is " + here
                    + "; they may differ by " + PeerLimits.CLOCK_TOLERANCE.toMinutes()
                    + " minutes: check the clocks of both machines");
        }
    }
}
