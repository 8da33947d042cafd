package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.ReputationEvent.TermBreached;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import java.util.ArrayList;
import java.util.List;

/** What a stated breach says against those who owed; one event for each of them, taken back with the statement. */
final class Breaches {

    private Breaches() {}

    /** The events of a statement under the terms that govern it; none where it states no breach. */
    static List<StateEntry> of(Stated stated, Proposal proposal) {
        if (!(stated.statement() instanceof StateOccurrence occurrence)
                || occurrence.happening() != Happening.BREACHED) {
            return List.of();
        }
        return proposal.terms().owed().stream()
                .filter(owed -> owed.clause().equals(occurrence.clause()) && !owed.payment())
                .filter(owed -> owed.creditors().stream().anyMatch(term -> proposal.is(term, stated.organisation())))
                .map(Owed::debtor)
                .flatMap(debtor -> proposal.organisation(debtor).stream())
                .filter(debtor -> !debtor.equals(stated.organisation()))
                .distinct()
                .map(debtor -> event(debtor, stated, occurrence))
                .toList();
    }

    /** The same events, no longer against anyone. */
    static List<StateEntry> retracted(StatementState state, Request request) {
        List<StateEntry> writes = new ArrayList<>();
        for (MemberId party : parties(state, request)) {
            StateKey key = key(party, state);
            request.view()
                    .state(key, TermBreached.class)
                    .ifPresent(breach -> writes.add(new StateEntry(key, retracted(breach, request))));
        }
        return writes;
    }

    private static List<MemberId> parties(StatementState state, Request request) {
        return Versions.of(state.place().agreement(), request.view())
                .head()
                .map(head ->
                        head.proposal().parties().values().stream().distinct().toList())
                .orElse(List.of());
    }

    private static TermBreached retracted(TermBreached breach, Request request) {
        return new TermBreached(
                breach.organisation(),
                breach.agreement(),
                request.now(),
                breach.clause(),
                breach.day(),
                breach.statedBy(),
                true);
    }

    private static StateEntry event(MemberId debtor, Stated stated, StateOccurrence breach) {
        return new StateEntry(
                StateKey.reputation(debtor, StateKey.statement(breach.place()).value()),
                new TermBreached(
                        debtor,
                        breach.agreement(),
                        stated.at(),
                        breach.clause(),
                        breach.on(),
                        stated.organisation(),
                        false));
    }

    private static StateKey key(MemberId party, StatementState state) {
        return StateKey.reputation(party, StateKey.statement(state.place()).value());
    }
}
