package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import java.util.Optional;

/** Checks that what is settled on an occasion is about a clause under which something fell due for a settled period. */
final class OccasionCheck {

    private OccasionCheck() {}

    static Optional<Decision> of(CommitSettlement commit, Proposal agreement, Request request) {
        return Occasion.of(commit.period())
                .flatMap(occasion -> notOwed(occasion, agreement).or(() -> notSettled(occasion, commit, request)));
    }

    /** What happened is settled or not; there is nothing that it could wait for. */
    static Optional<Decision> of(HoldSettlement hold) {
        return Occasion.of(hold.period())
                .map(occasion -> Decision.refuse(
                        RefusalCode.INVALID_CONTENT,
                        "'" + hold.period() + "' is no period; hold the period that it is about"));
    }

    private static Optional<Decision> notOwed(Occasion occasion, Proposal agreement) {
        boolean owed = agreement.terms().owed().stream()
                .filter(each -> each.clause().equals(occasion.clause()))
                .flatMap(each -> each.periods().stream())
                .map(Cycle::name)
                .anyMatch(occasion.period()::equals);
        return owed
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.INVALID_CONTENT,
                        "nothing falls due under clause " + occasion.clause() + " for a period " + occasion.period()
                                + ", so nothing can have happened to it"));
    }

    private static Optional<Decision> notSettled(Occasion occasion, CommitSettlement commit, Request request) {
        SettlementId period = new SettlementId(commit.agreement(), occasion.period(), commit.from(), 0);
        return SettledPeriod.newest(period, request).isPresent()
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.NOT_SETTLED,
                        occasion.period() + " from " + commit.from() + " is not settled, so nothing fell due under"
                                + " clause " + occasion.clause() + " yet; settle the period first"));
    }
}
