package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import java.time.Instant;

/**
 * Something that speaks for or against an organisation; stands under {@code reputation/<organisation>/<what it came from>}
 * and is never added up on the ledger: readers make a {@link Reputation} of all events.
 */
public sealed interface ReputationEvent extends State {

    /** Whom it is about. */
    MemberId organisation();

    /** The period of an agreement it came from. */
    Deal deal();

    /** The time of the block in which it was stated. */
    Instant at();

    /** A payment that was due was made in time. */
    record DealPaid(MemberId organisation, Deal deal, Instant at) implements ReputationEvent {}

    /** A payment that was due was made late. */
    record DealPaidLate(MemberId organisation, Deal deal, Instant at, int daysLate) implements ReputationEvent {}

    /** A dispute against the organisation was upheld. */
    record DisputeUpheld(MemberId organisation, Deal deal, Instant at, MemberId raisedBy) implements ReputationEvent {}

    /** A dispute against the organisation was rejected. */
    record DisputeRejected(MemberId organisation, Deal deal, Instant at, MemberId raisedBy)
            implements ReputationEvent {}

    /** The organisation broke a term of the agreement. */
    record TermBreached(MemberId organisation, Deal deal, Instant at, String term) implements ReputationEvent {}

    /**
     * Another party said how the organisation kept the agreement.
     *
     * @param organisation whom it is about
     * @param deal the settled period
     * @param at the time of the block in which it was last said
     * @param by the party that said it
     * @param stars 1 to 5
     * @param comment what there was to say; may be empty
     * @param revision 0 at first, then one more each time it is said anew
     */
    record Rated(MemberId organisation, Deal deal, Instant at, MemberId by, int stars, String comment, int revision)
            implements ReputationEvent {}
}
