package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that speaks for or against an organisation; stands under {@code reputation/<organisation>/<what it came from>}
 * and is never added up on the ledger: readers make a {@link Reputation} of all events.
 */
public sealed interface ReputationEvent extends State {

    /** Whom it is about. */
    MemberId organisation();

    /** The agreement it came from. */
    AgreementId agreement();

    /** The time of the block in which it was stated. */
    Instant at();

    /** An event that came from one settled period. */
    sealed interface OfDeal extends ReputationEvent {

        /** The settled period. */
        Deal deal();

        @Override
        default AgreementId agreement() {
            return deal().agreement();
        }
    }

    /** What was due for a settled period was paid in time. */
    record DealPaid(MemberId organisation, Deal deal, Instant at) implements OfDeal {}

    /** What was due for a settled period was paid late. */
    record DealPaidLate(MemberId organisation, Deal deal, Instant at, int daysLate) implements OfDeal {}

    /** A dispute against the organisation was upheld. */
    record DisputeUpheld(MemberId organisation, Deal deal, Instant at, MemberId raisedBy) implements OfDeal {}

    /** A dispute against the organisation was rejected. */
    record DisputeRejected(MemberId organisation, Deal deal, Instant at, MemberId raisedBy) implements OfDeal {}

    /**
     * The party to which something was owed says that the organisation did not do it.
     *
     * @param organisation whom it is about
     * @param agreement the agreement under which it was owed
     * @param at the time of the block in which it was last said
     * @param clause the number of the clause
     * @param day the local day on which it happened
     * @param statedBy the party that said it
     * @param retracted whether that party has taken it back
     */
    record TermBreached(
            MemberId organisation,
            AgreementId agreement,
            Instant at,
            String clause,
            LocalDate day,
            MemberId statedBy,
            boolean retracted)
            implements ReputationEvent {}

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
            implements OfDeal {}
}
