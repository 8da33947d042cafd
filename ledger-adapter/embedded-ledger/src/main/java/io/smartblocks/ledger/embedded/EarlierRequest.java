package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;

/** The transaction that answered a request, and the hash of what was asked. */
record EarlierRequest(TransactionId transaction, Hash requestHash) {

    static EarlierRequest of(Transaction transaction, String asked) {
        return new EarlierRequest(transaction.id(), Hash.of(asked));
    }

    static EarlierRequest of(Transaction transaction) {
        return of(transaction, transaction.body().requestText());
    }
}
