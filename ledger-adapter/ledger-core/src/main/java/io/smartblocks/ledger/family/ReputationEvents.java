package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.Deal;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.ReputationEvent.DealPaid;
import io.smartblocks.ledger.state.ReputationEvent.DealPaidLate;
import io.smartblocks.ledger.state.ReputationEvent.DisputeRejected;
import io.smartblocks.ledger.state.ReputationEvent.DisputeUpheld;
import io.smartblocks.ledger.state.ReputationEvent.Rated;
import io.smartblocks.ledger.state.ReputationEvent.TermBreached;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.LocalDate;

/** The writes by which families add to a reputation; each stands under the source it came from, so none is hot. */
final class ReputationEvents {

    private ReputationEvents() {}

    /** A payment was made; in time where it is no day late. The source names the document that was paid. */
    static StateEntry paid(MemberId payer, Deal deal, String source, int daysLate, Request request) {
        return of(
                "paid/" + source,
                daysLate > 0
                        ? new DealPaidLate(payer, deal, request.now(), daysLate)
                        : new DealPaid(payer, deal, request.now()));
    }

    /** A dispute against the organisation was resolved. The source names the dispute. */
    static StateEntry disputed(
            MemberId against, Deal deal, String source, MemberId raisedBy, boolean upheld, Request request) {
        return of(
                "dispute/" + source,
                upheld
                        ? new DisputeUpheld(against, deal, request.now(), raisedBy)
                        : new DisputeRejected(against, deal, request.now(), raisedBy));
    }

    /** The organisation broke a term on the day. The source names the statement that says so. */
    static StateEntry breached(
            MemberId by, AgreementId agreement, String source, String term, LocalDate day, Request request) {
        return of("breach/" + source, new TermBreached(by, agreement, request.now(), term, day));
    }

    /** Another party rated the organisation. */
    static StateEntry rated(Rated rating) {
        return new StateEntry(ratingKey(rating.organisation(), rating.deal(), rating.by()), rating);
    }

    /** Where the one rating of the period by the party stands. */
    static StateKey ratingKey(MemberId organisation, Deal deal, MemberId by) {
        return StateKey.reputation(organisation, "rating/" + StateKey.settled(deal) + "/" + by);
    }

    private static StateEntry of(String source, ReputationEvent event) {
        return new StateEntry(StateKey.reputation(event.organisation(), source), event);
    }
}
