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

    /** The precedence of what waits for signatures. */
    static final int OPEN = 1;

    /** What is, or was, to be signed. */
    public Proposal proposal() {
        return state.proposal();
    }

    /** Which of its versions counts for an agreement: that with the least, the newest among equals. */
    public int precedence() {
        return precedence(state);
    }

    /** Those in force come first, then those to be signed; what was taken back comes last. */
    static int precedence(AgreementState state) {
        if (state instanceof AgreementState.Standing) {
            return 0;
        }
        if (state instanceof AgreementState.Ended) {
            return 2;
        }
        return state instanceof AgreementState.Withdrawn ? 3 : OPEN;
    }
}
