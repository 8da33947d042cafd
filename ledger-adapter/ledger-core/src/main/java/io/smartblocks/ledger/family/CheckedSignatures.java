package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.transaction.Transaction;

/** Says whether a transaction was signed with a key; may remember what was checked before. */
@FunctionalInterface
public interface CheckedSignatures {

    boolean holds(Transaction transaction, VerifyingKey key);
}
