package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.ReputationEvent.DealPaid;
import io.smartblocks.ledger.state.ReputationEvent.DealPaidLate;
import io.smartblocks.ledger.state.ReputationEvent.DisputeRejected;
import io.smartblocks.ledger.state.ReputationEvent.DisputeUpheld;
import io.smartblocks.ledger.state.ReputationEvent.OfDeal;
import io.smartblocks.ledger.state.ReputationEvent.Rated;
import io.smartblocks.ledger.state.ReputationEvent.TermBreached;

/** Says in words what speaks for or against an organisation. */
final class ReputationWords {

    private ReputationWords() {}

    static String of(ReputationEvent event) {
        if (event instanceof DealPaid) {
            return "paid in time";
        }
        if (event instanceof DealPaidLate late) {
            return "paid " + Count.of(late.daysLate(), "day") + " late";
        }
        if (event instanceof DisputeUpheld dispute) {
            return "dispute of " + dispute.raisedBy() + " upheld";
        }
        if (event instanceof DisputeRejected dispute) {
            return "dispute of " + dispute.raisedBy() + " rejected";
        }
        return event instanceof Rated rating ? of(rating) : of((TermBreached) event);
    }

    /** The agreement, and the settled period where it came from one. */
    static String source(ReputationEvent event) {
        return event instanceof OfDeal of
                ? "%s, %s from %s"
                        .formatted(of.agreement(), of.deal().period(), of.deal().from())
                : event.agreement().value();
    }

    private static String of(Rated rating) {
        String stars = "rated %d of 5 by %s".formatted(rating.stars(), rating.by());
        return rating.comment().isEmpty() ? stars : stars + ": " + rating.comment();
    }

    private static String of(TermBreached breach) {
        return "%s says that clause %s was not kept on %s%s"
                .formatted(
                        breach.statedBy(),
                        breach.clause(),
                        breach.day(),
                        breach.retracted() ? "; taken back since" : "");
    }
}
