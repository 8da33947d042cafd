package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.proof.Hash;

/** Which ledger a transaction is for: the id of the transaction that founded it. */
public record LedgerId(Hash value) {

    /** What the founding transaction itself names, since no ledger is there yet. */
    public static final LedgerId NONE = new LedgerId(Hash.NONE);

    /** The ledger that a founding transaction begins. */
    public static LedgerId of(Transaction founding) {
        return new LedgerId(founding.id().value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
