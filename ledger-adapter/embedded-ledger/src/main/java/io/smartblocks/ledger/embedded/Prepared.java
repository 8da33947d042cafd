package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SharedWriting;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a transaction's submitter works out ahead, so that the writer of blocks need not.
 *
 * @param text the transaction's canonical text, as it stands in a block, in parts
 * @param hasItsId whether its id is that of its body
 * @param signedRoot what its signature was made over
 */
record Prepared(List<byte[]> text, boolean hasItsId, Hash signedRoot) {

    private static final byte[] OPENING = ascii("{\"body\":");
    private static final byte[] END = ascii("}");

    static Prepared of(Transaction transaction, SharedWriting writing) {
        SharedWriting.Text body = writing.text(transaction.body());
        return new Prepared(
                List.of(
                        OPENING,
                        body.bytes(),
                        ascii(",\"id\":\"" + transaction.id() + "\",\"signature\":"),
                        CanonicalJson.bytes(transaction.signature()),
                        END),
                body.hash().equals(transaction.id().value()),
                transaction.signedRoot());
    }

    /** How many bytes it takes in a block. */
    int length() {
        return text.stream().mapToInt(part -> part.length).sum();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
