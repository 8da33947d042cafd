package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.SettlementId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A settlement that stands, with the agreement it was made under, for those who act upon it. */
record Committed(SettlementId id, SettlementState state, Proposal agreement) {

    /** Acts upon a settlement for one of its parties. */
    static Decision forParty(SettlementId id, Request request, Function<Committed, Decision> act) {
        Optional<SettlementState> state = find(id, request);
        if (state.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.SETTLEMENT_UNKNOWN,
                    "there is no settlement of " + inWords(id) + " on this ledger; name a period, its first day and a"
                            + " revision that was committed");
        }
        Optional<AgreementState> agreement =
                AgreementWords.standing(id.agreement(), state.get().settlement().version(), request);
        Committed committed =
                new Committed(id, state.get(), agreement.orElseThrow().proposal());
        return AgreementWords.notOfAParty(committed.agreement(), request).orElseGet(() -> act.apply(committed));
    }

    private static Optional<SettlementState> find(SettlementId id, Request request) {
        boolean nameable = id.revision() >= 0 && id.period().codePoints().anyMatch(Character::isLetterOrDigit);
        return nameable
                ? request.view()
                        .state(StateKey.settlement(id), SettlementState.class)
                        .filter(found -> found.settlement().id().equals(id))
                : Optional.empty();
    }

    /** Whether the period was settled again since. */
    boolean superseded(Request request) {
        return SettledPeriod.newest(id, request)
                .filter(period -> !period.newest().equals(id))
                .isPresent();
    }

    /** The parties' organisations. */
    Set<MemberId> organisations() {
        return new TreeSet<>(agreement.parties().values());
    }

    /** The settlement in the words of a refusal. */
    String inWords() {
        return inWords(id);
    }

    private static String inWords(SettlementId id) {
        return "period " + id.period() + " from " + id.from() + " of agreement '" + id.agreement() + "' in revision "
                + id.revision();
    }
}
