package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a transaction's submitter works out ahead, so that the writer of blocks need not.
 *
 * @param text the transaction's canonical text, as it stands in a block
 * @param hasItsId whether its id is that of its body
 * @param signedRoot what its signature was made over
 */
record Prepared(byte[] text, boolean hasItsId, Hash signedRoot) {

    private static final int ROOM_FOR_SIGNATURE = 600;

    static Prepared of(Transaction transaction) {
        byte[] body = CanonicalJson.bytes(transaction.body());
        return new Prepared(
                textOf(transaction, body), Hash.of(body).equals(transaction.id().value()), transaction.signedRoot());
    }

    private static byte[] textOf(Transaction transaction, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + ROOM_FOR_SIGNATURE);
        out.writeBytes("{\"body\":".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        out.writeBytes((",\"id\":\"" + transaction.id() + "\",\"signature\":").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(CanonicalJson.bytes(transaction.signature()));
        out.write('}');
        return out.toByteArray();
    }
}
