package io.smartblocks.ledger.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;

/** An Ed25519 key: signs, and shows its public half. */
public final class KeyPair {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey privateKey;
    private final VerifyingKey publicKey;

    KeyPair(PrivateKey privateKey, VerifyingKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A new key from the system's strong random source. */
    public static KeyPair generate() {
        try {
            java.security.KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new KeyPair(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no Ed25519", missing);
        }
    }

    /** The half that everyone may know. */
    public VerifyingKey publicKey() {
        return publicKey;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("signing with the key " + publicKey + " failed", broken);
        }
    }

    @Override
    public String toString() {
        return "KeyPair[" + publicKey + "]";
    }
}
