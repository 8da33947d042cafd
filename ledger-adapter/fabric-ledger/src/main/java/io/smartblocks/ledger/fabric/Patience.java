package io.smartblocks.ledger.fabric;

import java.time.Duration;

/**
 * How long a ledger on Fabric waits for others.
 *
 * @param call for one answer of a peer
 * @param reading for what is read in all, of whichever peer
 * @param endorsing for endorsements in all, however often they are asked for
 * @param committing for a block with what was submitted, before its submitter is told that the outcome is not known
 * @param resending before what was submitted, and is in no block yet, is submitted again as it was signed
 */
public record Patience(Duration call, Duration reading, Duration endorsing, Duration committing, Duration resending) {

    /** What suits networks whose orderers cut a block every two seconds at least. */
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10));
}
