package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A statement with who made it and who confirmed it.
 *
 * @param statement what is stated
 * @param organisation the organisation of the party that states it
 * @param signer the member that signed it
 * @param at when, by the ledger's time
 * @param transaction the transaction that carries it
 * @param revision its number among the statements at its place, from 0
 * @param confirmers the organisations that must confirm it before it holds
 * @param confirmations those that did
 */
public record Stated(
        Statement statement,
        MemberId organisation,
        MemberId signer,
        Instant at,
        TransactionId transaction,
        int revision,
        List<MemberId> confirmers,
        List<PartySignature> confirmations) {

    public Stated {
        confirmers = List.copyOf(confirmers);
        confirmations = List.copyOf(confirmations);
    }

    /** The same with these confirmations. */
    public Stated with(List<PartySignature> others) {
        return new Stated(statement, organisation, signer, at, transaction, revision, confirmers, others);
    }

    /** The organisations whose confirmation is still missing. */
    public Set<MemberId> unconfirmed() {
        Set<MemberId> missing = new TreeSet<>(confirmers);
        confirmations.forEach(confirmation -> missing.remove(confirmation.organisation()));
        return missing;
    }
}
