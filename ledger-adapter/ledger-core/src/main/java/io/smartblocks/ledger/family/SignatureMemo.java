package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Checks signatures and remembers the answers, so that a signature over many transactions is checked once. */
public final class SignatureMemo implements CheckedSignatures {

    // by identity: another body may come under an id that was found right before
    private final Map<Transaction, Boolean> ids = new IdentityHashMap<>();
    private final Map<Signed, Boolean> signatures = new HashMap<>();

    @Override
    public boolean holds(Transaction transaction, VerifyingKey key) {
        return ids.computeIfAbsent(transaction, Transaction::hasItsId)
                && signatures.computeIfAbsent(
                        new Signed(
                                transaction.signedRoot(),
                                transaction.signature().value(),
                                key),
                        signed -> transaction.signatureHolds(key));
    }

    private record Signed(Hash root, String signature, VerifyingKey key) {}
}
