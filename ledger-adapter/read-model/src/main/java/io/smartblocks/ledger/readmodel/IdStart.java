package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.proof.Hash;
import java.nio.ByteBuffer;

/**
 * The first eight bytes of a transaction's id as a number. Ids come in no order, so that each touches a part of its own of
 * the index; of numbers the index is a third as large. That an id is there once is the ledger's doing.
 */
final class IdStart {

    /** The condition on {@code ledger_transaction} that it is the one with an id; its parameters are {@link #and}. */
    static final String IS = "id_start = ? and id = ?";

    private IdStart() {}

    /** Ids that begin alike, with one digit at least, have it in the order of their bytes. */
    static long of(byte[] id) {
        return ByteBuffer.wrap(id).getLong();
    }

    /** The start of an id and the id. */
    static Object[] and(Hash id) {
        byte[] bytes = id.bytes();
        return new Object[] {of(bytes), bytes};
    }
}
