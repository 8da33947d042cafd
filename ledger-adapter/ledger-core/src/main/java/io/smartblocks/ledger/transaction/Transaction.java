package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.SignatureCheck;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.MerkleTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A signed request to change what stands on the ledger.
 *
 * @param id SHA-256 of the body's canonical text
 * @param body what was signed
 * @param signature of the body's signer
 */
public record Transaction(TransactionId id, TransactionBody body, Signature signature) {

    /** Signs one request. */
    public static Transaction sign(
            LedgerId ledger, Payload payload, RequestKey requestKey, Instant statedAt, Signer signer) {
        return signAll(List.of(new TransactionBody(ledger, payload, signer.member(), requestKey, statedAt)), signer)
                .get(0);
    }

    /** Signs many requests of one signer with a single signature. */
    public static List<Transaction> signAll(List<TransactionBody> bodies, Signer signer) {
        return signAll(bodies, signer, new SharedWriting());
    }

    /** The same, and leaves the texts of the bodies to who writes them next. */
    public static List<Transaction> signAll(List<TransactionBody> bodies, Signer signer, SharedWriting writing) {
        List<TransactionId> ids = new ArrayList<>(bodies.size());
        for (TransactionBody body : bodies) {
            if (!body.signer().equals(signer.member())) {
                throw new IllegalArgumentException(
                        "'" + signer.member() + "' cannot sign a transaction that names '" + body.signer() + "'");
            }
            ids.add(new TransactionId(writing.text(body).hash()));
        }
        MerkleTree tree =
                MerkleTree.over(ids.stream().map(id -> id.value().bytes()).toList());
        String value =
                Base64.getEncoder().encodeToString(signer.sign(tree.root().bytes()));
        List<Transaction> signed = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            signed.add(new Transaction(ids.get(i), bodies.get(i), new Signature(value, tree.pathOf(i))));
        }
        return List.copyOf(signed);
    }

    /** The id that a body has. */
    public static TransactionId idOf(TransactionBody body) {
        return new TransactionId(Hash.of(CanonicalJson.bytes(body)));
    }

    /** The root that the signature was made over. */
    public Hash signedRoot() {
        return signature.path().rootFrom(id.value().bytes());
    }

    /** Whether the id is that of the body. */
    public boolean hasItsId() {
        return idOf(body).equals(id);
    }

    /** Whether the signature over the id was made with the private half of the key; the body may be another's. */
    public boolean signatureHolds(VerifyingKey key) {
        return SignatureCheck.holds(key, signedRoot().bytes(), signatureBytes());
    }

    /** Whether exactly this body was signed with the private half of the key. */
    public boolean signedWith(VerifyingKey key) {
        return hasItsId() && signatureHolds(key);
    }

    private byte[] signatureBytes() {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature.value());
            // the decoder also takes letters whose last bits stand for nothing: one signature, one text
            return Base64.getEncoder().encodeToString(bytes).equals(signature.value()) ? bytes : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
