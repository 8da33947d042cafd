package io.smartblocks.ledger.outbox;

import java.time.Instant;

/**
 * A batch that the ledger refused: it waits for a decision and stands in nobody's way.
 *
 * @param receipt what it is called
 * @param lane whose order it belonged to
 * @param queuedAt when it was appended
 * @param refusal what the ledger said
 */
public record PutAside(Receipt receipt, Lane lane, Instant queuedAt, Refusal refusal) {

    /**
     * Why a batch was refused.
     *
     * @param at when
     * @param code why, for programs
     * @param transaction the place in the batch of the transaction that was refused, from 0
     * @param message why, for people, and how to mend it
     */
    public record Refusal(Instant at, String code, int transaction, String message) {}
}
