package io.smartblocks.ledger.fabric.standin;

import java.util.concurrent.atomic.AtomicInteger;

/** What a test has go wrong between the nodes. */
public final class Faults {

    private final AtomicInteger mismatches = new AtomicInteger();

    /** So many more endorsements do not match, as of peers at different heights. */
    public void mismatch(int times) {
        mismatches.set(times);
    }

    boolean takeMismatch() {
        return mismatches.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
