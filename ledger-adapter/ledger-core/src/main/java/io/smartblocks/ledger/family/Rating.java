package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.Deal;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.ReputationEvent.Rated;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import java.util.List;
import java.util.Optional;

/** A party of an agreement rates another one for a settled period: once, or anew in place of what it said. */
final class Rating {

    private static final int LONGEST_COMMENT = 1000;
    private static final int MOST_STARS = 5;

    private final RateMember rating;
    private final Request request;
    private final Deal deal;

    private Rating(RateMember rating, Request request) {
        this.rating = rating;
        this.request = request;
        this.deal = new Deal(rating.agreement(), rating.period(), rating.from());
    }

    static Decision of(RateMember rating, Request request) {
        if (!request.maySign()) {
            return request.notAllowed("the role signatory");
        }
        Rating asked = new Rating(rating, request);
        return Texts.problemWithName("the period's name", rating.period())
                .or(() -> Days.problemWith("the rated period", rating.from()))
                .or(asked::content)
                .or(asked::parties)
                .orElseGet(asked::rated);
    }

    private Optional<Decision> content() {
        if (rating.stars() < 1 || rating.stars() > MOST_STARS) {
            return Optional.of(Decision.refuse(
                    RefusalCode.INVALID_CONTENT, rating.stars() + " stars are stated; expected 1 to " + MOST_STARS));
        }
        return rating.comment().isEmpty()
                ? Optional.empty()
                : Texts.problemWith("the comment", rating.comment(), LONGEST_COMMENT);
    }

    private Optional<Decision> parties() {
        Optional<Proposal> proposal = settledUnder();
        if (proposal.isEmpty()) {
            return Optional.of(Decision.refuse(
                    RefusalCode.NOT_SETTLED,
                    "period " + rating.period() + " from " + rating.from() + " of agreement '" + rating.agreement()
                            + "' is not settled; a party is rated for a settled period"));
        }
        return AgreementWords.notOfAParty(proposal.get(), request).or(() -> ratedParty(proposal.get()));
    }

    private Optional<Decision> ratedParty(Proposal proposal) {
        if (rating.organisation().equals(request.organisation())) {
            return Optional.of(Decision.refuse(
                    RefusalCode.NOT_ALLOWED, "'" + rating.organisation() + "' cannot rate itself; another party does"));
        }
        return proposal.isParty(rating.organisation())
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.NOT_A_PARTY,
                        "'" + rating.organisation() + "' is not a party of "
                                + AgreementWords.name(proposal.agreement(), proposal.version())
                                + "; its parties are " + AgreementWords.parties(proposal)));
    }

    private Optional<Proposal> settledUnder() {
        return request.view()
                .state(StateKey.settlement(deal.agreement(), deal.period(), deal.from(), 0), SettlementState.class)
                .flatMap(settled -> AgreementWords.standing(
                        deal.agreement(), settled.settlement().version(), request))
                .map(agreement -> agreement.proposal());
    }

    private Decision rated() {
        StateKey key = ReputationEvents.ratingKey(rating.organisation(), deal, request.organisation());
        Optional<Rated> before = request.view().state(key, Rated.class);
        if (before.filter(this::saidAlready).isPresent()) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES, "'" + request.organisation() + "' said exactly this already");
        }
        return new Decision.Applied(new StateChanges(List.of(ReputationEvents.rated(new Rated(
                rating.organisation(),
                deal,
                request.now(),
                request.organisation(),
                rating.stars(),
                rating.comment(),
                before.map(said -> said.revision() + 1).orElse(0))))));
    }

    private boolean saidAlready(Rated before) {
        return before.stars() == rating.stars() && before.comment().equals(rating.comment());
    }
}
