package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.audit.Proved.ProvedState;
import io.smartblocks.ledger.audit.Proved.ProvedTransaction;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.Optional;

/** Tells which key a transaction must be signed with, and from where that is known. */
final class SignerKey {

    private SignerKey() {}

    /** The key that a transaction states itself: whoever founds or applies has none on the ledger yet. */
    static Optional<VerifyingKey> stated(Transaction transaction) {
        Payload payload = transaction.body().payload();
        if (payload instanceof FoundLedger founding) {
            return Optional.of(founding.publicKey());
        }
        return payload instanceof ApplyForMembership application
                ? Optional.of(application.publicKey())
                : Optional.empty();
    }

    /** The member of a state; empty when the state is another thing. */
    static Optional<Member> member(ProvedState state) {
        return state.write().state() instanceof MemberState member ? Optional.of(member.member()) : Optional.empty();
    }

    /** What is wrong with a state as the source of the transaction's key. */
    static Optional<String> problem(ProvedState state, ProvedTransaction signed) {
        Transaction transaction = signed.transaction();
        StateKey needed = StateKey.member(transaction.body().signer());
        boolean later =
                state.block() > signed.block() || state.block() == signed.block() && state.batch() > signed.batch();
        if (!state.write().key().equals(needed) || later) {
            return Optional.of("the key of '" + transaction.body().signer() + "' cannot be known from '"
                    + state.write().key() + "' in block " + state.block() + "; expected '" + needed
                    + "' from no later than the transaction");
        }
        Optional<Member> member = member(state);
        if (member.isEmpty() || !member.get().id().equals(transaction.body().signer())) {
            return Optional.of("'" + needed + "' holds no member of that name");
        }
        return wrong(transaction, member.get().publicKey());
    }

    static Optional<String> wrong(Transaction transaction, VerifyingKey key) {
        return transaction.signatureHolds(key)
                ? Optional.empty()
                : Optional.of("the signature of transaction " + transaction.id() + " was not made with the key " + key
                        + " of '" + transaction.body().signer() + "'");
    }
}
