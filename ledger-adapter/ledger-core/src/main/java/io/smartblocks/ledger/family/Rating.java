package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.Deal;
import io.smartblocks.ledger.state.ReputationEvent.Rated;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementId;
import java.util.Optional;

/** A party of an agreement rates another one for a settled period: once, or anew in place of what it said. */
final class Rating {

    private static final int LONGEST_COMMENT = 1000;
    private static final int MOST_STARS = 5;

    private Rating() {}

    static Decision of(RateMember rating, Request request) {
        if (!request.maySign()) {
            return request.notAllowed("the role signatory");
        }
        Optional<Decision> problem = content(rating);
        if (problem.isPresent()) {
            return problem.get();
        }
        if (Occasion.of(rating.period()).isPresent()) {
            return Decision.refuse(
                    RefusalCode.SETTLEMENT_UNKNOWN,
                    "'" + rating.period() + "' is no period of its own; rate the period that it is about");
        }
        SettlementId first = new SettlementId(rating.agreement(), rating.period(), rating.from(), 0);
        return Committed.forParty(
                first,
                request,
                committed -> ofParty(rating, committed, request).orElseGet(() -> rated(rating, request)));
    }

    private static Optional<Decision> content(RateMember rating) {
        if (rating.stars() < 1 || rating.stars() > MOST_STARS) {
            return Optional.of(Decision.refuse(
                    RefusalCode.INVALID_CONTENT, rating.stars() + " stars are stated; expected 1 to " + MOST_STARS));
        }
        return rating.comment().isEmpty()
                ? Optional.empty()
                : Texts.problemWith("the comment", rating.comment(), LONGEST_COMMENT);
    }

    private static Optional<Decision> ofParty(RateMember rating, Committed committed, Request request) {
        if (rating.organisation().equals(request.organisation())) {
            return Optional.of(Decision.refuse(
                    RefusalCode.NOT_ALLOWED, "'" + rating.organisation() + "' cannot rate itself; another party does"));
        }
        return committed.organisations().contains(rating.organisation())
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.NOT_A_PARTY,
                        "'" + rating.organisation() + "' is not a party of agreement '" + rating.agreement()
                                + "'; its parties are " + AgreementWords.list(committed.organisations())));
    }

    private static Decision rated(RateMember rating, Request request) {
        Deal deal = new Deal(rating.agreement(), rating.period(), rating.from());
        StateKey key = StateKey.reputation(
                rating.organisation(), "rating/" + StateKey.settled(deal) + "/" + request.organisation());
        Optional<Rated> before = request.view().state(key, Rated.class);
        if (before.filter(said -> saysTheSame(said, rating)).isPresent()) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES, "'" + request.organisation() + "' said exactly this already");
        }
        return Decision.write(
                key,
                new Rated(
                        rating.organisation(),
                        deal,
                        request.now(),
                        request.organisation(),
                        rating.stars(),
                        rating.comment(),
                        before.map(said -> said.revision() + 1).orElse(0)));
    }

    private static boolean saysTheSame(Rated before, RateMember rating) {
        return before.stars() == rating.stars() && before.comment().equals(rating.comment());
    }
}
