package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.Deal;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.ReputationEvent.DealPaid;
import io.smartblocks.ledger.state.ReputationEvent.DealPaidLate;
import io.smartblocks.ledger.state.ReputationEvent.DisputeRejected;
import io.smartblocks.ledger.state.ReputationEvent.DisputeUpheld;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What payments and disputes say for or against an organisation; one event for each document and each dispute. */
final class ReputationOf {

    private ReputationOf() {}

    /** The payer, when a document is paid in full by a day; nobody who pays itself. */
    static Optional<StateEntry> payment(
            Committed committed, Payable payable, LocalDate due, LocalDate on, Request request) {
        MemberId payer = committed.agreement().parties().get(payable.payer());
        if (payer.equals(committed.agreement().parties().get(payable.payee()))) {
            return Optional.empty();
        }
        // one for each document, so that settling again and again cannot make more of them
        String source = StateKey.payments(committed.id()) + payable.document();
        int late = Math.toIntExact(ChronoUnit.DAYS.between(due, on));
        ReputationEvent event = late > 0
                ? new DealPaidLate(payer, deal(committed), request.now(), late)
                : new DealPaid(payer, deal(committed), request.now());
        return Optional.of(new StateEntry(StateKey.reputation(payer, source), event));
    }

    /** Whoever committed what was disputed; nobody when a party disputes its own, or takes its dispute back. */
    static Optional<StateEntry> dispute(DisputeState ended, Committed committed, Request request) {
        MemberId settled = request.member(committed.state().committedBy())
                .map(Member::organisation)
                .orElseThrow();
        Verdict verdict = ended.end().orElseThrow().verdict();
        if (verdict == Verdict.WITHDRAWN || settled.equals(ended.organisation())) {
            return Optional.empty();
        }
        MemberId raisedBy = ended.organisation();
        ReputationEvent event = verdict == Verdict.UPHELD
                ? new DisputeUpheld(settled, deal(committed), request.now(), raisedBy)
                : new DisputeRejected(settled, deal(committed), request.now(), raisedBy);
        String source = StateKey.dispute(committed.id(), raisedBy).value();
        return Optional.of(new StateEntry(StateKey.reputation(settled, source), event));
    }

    private static Deal deal(Committed committed) {
        return new Deal(
                committed.id().agreement(),
                committed.id().period(),
                committed.id().from());
    }
}
