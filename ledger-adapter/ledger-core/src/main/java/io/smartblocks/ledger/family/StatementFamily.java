package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import io.smartblocks.ledger.transaction.StatementPlace;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What parties state about an agreement that came into force: the party whom it names states, the others confirm. */
final class StatementFamily {

    private StatementFamily() {}

    static Decision decide(StatementAction action, Request request) {
        if (!request.maySign()) {
            return request.notAllowed("the role signatory");
        }
        if (action instanceof Statement statement) {
            return Stating.of(statement, request);
        }
        Optional<StatementState> standing =
                request.view().state(StateKey.statement(action.place()), StatementState.class);
        if (standing.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.STATEMENT_UNKNOWN, "nothing is stated at " + name(action.place()) + " on this ledger");
        }
        return action instanceof ConfirmStatement confirmation
                ? confirm(confirmation, standing.get(), request)
                : retract((RetractStatement) action, standing.get(), request);
    }

    private static Decision confirm(ConfirmStatement confirmation, StatementState state, Request request) {
        Optional<Stated> meant = meant(state.pending(), confirmation.statement());
        if (meant.isEmpty()) {
            return meant(state.holding(), confirmation.statement()).isPresent()
                    ? Decision.refuse(
                            RefusalCode.ALREADY_CONFIRMED,
                            "what is stated at " + name(state.place()) + " holds already")
                    : changed(confirmation.statement(), state);
        }
        Stated pending = meant.get();
        MemberId organisation = request.organisation();
        if (!pending.confirmers().contains(organisation)) {
            return Decision.refuse(
                    RefusalCode.NOT_ALLOWED,
                    request.signerInWords() + "; what is stated at " + name(state.place()) + " is confirmed by "
                            + AgreementWords.list(pending.confirmers()));
        }
        if (!pending.unconfirmed().contains(organisation)) {
            return Decision.refuse(
                    RefusalCode.ALREADY_CONFIRMED,
                    "'" + organisation + "' has confirmed what is stated at " + name(state.place()) + " already");
        }
        List<PartySignature> confirmations = new ArrayList<>(pending.confirmations());
        confirmations.add(request.signature());
        return write(Stating.standing(pending.with(confirmations), state.holding(), state.place(), state.revision()));
    }

    private static Decision retract(RetractStatement retraction, StatementState state, Request request) {
        Optional<Stated> pending = meant(state.pending(), retraction.statement());
        Optional<Stated> meant = pending.or(() -> meant(state.holding(), retraction.statement()));
        if (meant.isEmpty()) {
            return changed(retraction.statement(), state);
        }
        if (!meant.get().organisation().equals(request.organisation())) {
            return request.notAllowed("'" + meant.get().organisation() + "', which stated it");
        }
        if (pending.isEmpty() && !meant.get().confirmers().isEmpty()) {
            return Decision.refuse(
                    RefusalCode.STATEMENT_HOLDS,
                    "what is stated at " + name(state.place())
                            + " was confirmed; state what is right instead and have it confirmed");
        }
        return Texts.problemWithReason("a retraction", retraction.reason())
                .orElseGet(() -> write(
                        new StatementState(
                                state.place(),
                                pending.isPresent() ? state.holding() : Optional.empty(),
                                pending.isPresent() ? Optional.empty() : state.pending(),
                                state.revision()),
                        Breaches.retracted(state, request)));
    }

    private static Optional<Stated> meant(Optional<Stated> stated, TransactionId statement) {
        return stated.filter(each -> each.transaction().equals(statement));
    }

    private static Decision changed(TransactionId statement, StatementState state) {
        String now = state.pending()
                .or(state::holding)
                .map(stated -> "now stands what transaction " + stated.transaction() + " states; read it again")
                .orElse("it was retracted");
        return Decision.refuse(
                RefusalCode.STATEMENT_CHANGED,
                "at " + name(state.place()) + " what transaction " + statement + " states does not stand; " + now);
    }

    static Decision write(StatementState state) {
        return write(state, List.of());
    }

    static Decision write(StatementState state, List<StateEntry> events) {
        List<StateEntry> writes = new ArrayList<>(events);
        writes.add(new StateEntry(StateKey.statement(state.place()), state));
        return new Decision.Applied(new StateChanges(writes));
    }

    static String name(StatementPlace place) {
        return "'" + place + "'";
    }
}
