package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A signer whose key follows from its name, so that another process of the same test has the same key. */
record SeededSigner(MemberId member, byte[] seed) implements Signer {

    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static Signer of(String member) {
        return new SeededSigner(
                new MemberId(member), Hash.of("the key of " + member).bytes());
    }

    @Override
    public VerifyingKey publicKey() {
        byte[] encoded = new byte[X509.length + Ed25519.PUBLIC_KEY_SIZE];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        Ed25519.generatePublicKey(seed, 0, encoded, X509.length);
        return new VerifyingKey(Base64.getEncoder().encodeToString(encoded));
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return signature;
    }
}
