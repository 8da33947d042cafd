package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.proof.Hash;

/** The id of a transaction: the SHA-256 of its body's canonical text. */
public record TransactionId(Hash value) implements Comparable<TransactionId> {

    /** The id with the given 64 hexadecimal digits. */
    public static TransactionId of(String digits) {
        return new TransactionId(new Hash(digits));
    }

    @Override
    public int compareTo(TransactionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.value();
    }
}
