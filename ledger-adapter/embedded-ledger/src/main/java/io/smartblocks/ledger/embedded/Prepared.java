package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a transaction's submitter works out ahead, so that the writer of blocks need not.
 *
 * @param text the transaction's canonical text, as it stands in a block
 * @param request the transaction, and the hash of what it asks
 * @param hasItsId whether its id is that of its body
 * @param signedRoot what its signature was made over
 */
record Prepared(byte[] text, EarlierRequest request, boolean hasItsId, Hash signedRoot) {

    static Prepared of(Transaction transaction) {
        String body = transaction.body().canonicalText();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Prepared(
                textOf(transaction, bytes),
                EarlierRequest.of(transaction, asked(transaction.body(), body)),
                Hash.of(bytes).equals(transaction.id().value()),
                transaction.signedRoot());
    }

    private static byte[] textOf(Transaction transaction, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 600);
        out.writeBytes("{\"body\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        out.writeBytes((",\"id\":\"" + transaction.id() + "\",\"signature\":").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(CanonicalJson.bytes(transaction.signature()));
        out.write('}');
        return out.toByteArray();
    }

    /** The body's request text, made from its own by setting back the time at its end. */
    private static String asked(TransactionBody body, String text) {
        String end = "\"statedAt\":\"" + body.statedAt() + "\"}";
        return text.endsWith(end)
                ? text.substring(0, text.length() - end.length()) + "\"statedAt\":\"" + Instant.EPOCH + "\"}"
                : body.requestText();
    }
}
