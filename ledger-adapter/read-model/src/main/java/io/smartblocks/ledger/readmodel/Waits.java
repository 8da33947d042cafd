package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.State;

/**
 * Something that waits for people of an organisation.
 *
 * @param state what waits, as it stands now
 * @param number its place among all that waits of its kind, the newest has the greatest
 */
public record Waits(Kind kind, State state, long number) {

    /** No organisation has this id: what stands under it waits for any registrar. */
    static final String ANY_REGISTRAR = "";

    /** What is to be done, in the order in which lists show it. */
    public enum Kind {
        /** A member applies. */
        APPLICATION,
        /** A text is to be signed. */
        SIGN,
        /** Another party has asked to suspend, resume or end an agreement. */
        CONSENT,
        /** Another party has stated a fact or an adjustment. */
        CONFIRM,
        /** Another party disputes a settlement. */
        DISPUTE
    }
}
