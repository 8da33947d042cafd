package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.LedgerTerms.DisputeRight;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a party may still dispute a settlement: the agreement says until when. */
final class DisputeWindow {

    private DisputeWindow() {}

    /** A refusal when the agreement gives the signer's organisation no right to dispute, or its time is over. */
    static Optional<Decision> closed(Committed committed, Request request) {
        Proposal agreement = committed.agreement();
        List<DisputeRight> rights = agreement.terms().disputes().stream()
                .filter(right -> agreement.is(right.party(), request.organisation()))
                .toList();
        if (rights.isEmpty()) {
            return Optional.of(Decision.refuse(
                    RefusalCode.NOT_ALLOWED,
                    "no clause of agreement '" + agreement.agreement() + "' lets '" + request.organisation()
                            + "' dispute a settlement"));
        }
        LocalDate settledOn = LocalDate.ofInstant(
                committed.state().committedAt(), agreement.terms().zone());
        LocalDate today = LocalDate.ofInstant(request.now(), agreement.terms().zone());
        LocalDate lastDay = committed.state().settlement().to().minusDays(1);
        LocalDate until = rights.stream()
                .map(right -> right.until(settledOn, lastDay))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return today.isAfter(until)
                ? Optional.of(Decision.refuse(
                        RefusalCode.DISPUTE_WINDOW_CLOSED,
                        committed.inWords() + " could be disputed until " + until + "; today is " + today))
                : Optional.empty();
    }
}
