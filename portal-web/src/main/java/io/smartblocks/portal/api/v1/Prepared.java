package io.smartblocks.portal.api.v1;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smartblocks.ledger.proof.MerkleTree;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Signature;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.ledger.transaction.TransactionId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What to sign at home. */
@Schema(
        description = "A transaction that lacks its signature only: sign the bytes of `toSign` with Ed25519, put the"
                + " Base64 of it into `transaction.signature.value`, and submit it")
record Prepared(
        String id,

        @Schema(description = "What to sign: 32 bytes in hexadecimal digits")
        String toSign,

        @JsonRawValue @Schema(type = "object") String transaction) {

    static Prepared of(TransactionBody body) {
        TransactionId id = Transaction.idOf(body);
        MerkleTree tree = MerkleTree.over(List.of(id.value().bytes()));
        Transaction unsigned = new Transaction(id, body, new Signature("", tree.pathOf(0)));
        return new Prepared(id.toString(), tree.root().toString(), CanonicalJson.write(unsigned));
    }
}
