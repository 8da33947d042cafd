package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import java.time.Instant;

/**
 * One version of an agreement: its text, parties, signatures and where it is in its life.
 *
 * @param proposedAt when the text that stands now was proposed
 * @param changedAt when it last changed
 * @param changedIn the block that changed it
 */
public record AgreementRecord(AgreementState state, Instant proposedAt, Instant changedAt, long changedIn) {

    /** What is, or was, to be signed. */
    public Proposal proposal() {
        return state.proposal();
    }
}
