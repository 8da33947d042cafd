package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.ReputationEvent;

/** Writes what speaks for or against an organisation in words. */
final class ReputationWords {

    private ReputationWords() {}

    static void add(Fields to, ReputationEvent event) {
        to.add("member", to.name(event.organisation()), "/parties/" + event.organisation());
        to.add("result", what(to, event));
        to.agreement(event.agreement());
        if (event instanceof ReputationEvent.OfDeal deal) {
            to.add(
                    "period",
                    to.say()
                            .message(
                                    "happened.period",
                                    deal.deal().period(),
                                    to.say().day(deal.deal().from())));
        }
        if (event instanceof ReputationEvent.Rated rated) {
            to.add("stars", to.say().number(rated.stars()));
            to.addIfAny("comment", rated.comment());
        }
    }

    private static String what(Fields to, ReputationEvent event) {
        if (event instanceof ReputationEvent.DealPaidLate late) {
            return to.say().message("reputation.late", late.daysLate());
        }
        if (event instanceof ReputationEvent.DisputeUpheld upheld) {
            return by(to, "upheld", upheld.raisedBy());
        }
        if (event instanceof ReputationEvent.DisputeRejected rejected) {
            return by(to, "rejected", rejected.raisedBy());
        }
        if (event instanceof ReputationEvent.TermBreached breached) {
            return to.say()
                    .message(
                            breached.retracted() ? "reputation.breach.retracted" : "reputation.breach",
                            breached.clause(),
                            to.say().day(breached.day()),
                            to.name(breached.statedBy()));
        }
        return event instanceof ReputationEvent.Rated rated
                ? by(to, "rated", rated.by())
                : to.say().message("reputation.paid");
    }

    private static String by(Fields to, String what, MemberId who) {
        return to.say().message("reputation." + what, to.name(who));
    }
}
