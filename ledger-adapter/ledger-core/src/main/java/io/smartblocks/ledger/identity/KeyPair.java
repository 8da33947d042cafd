package io.smartblocks.ledger.identity;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 key: signs, and shows its public half. */
public final class KeyPair {

    // The JDK's own Ed25519 takes seven to twenty times as long for the same signatures.
    private final byte[] seed;
    private final byte[] point;
    private final VerifyingKey publicKey;

    KeyPair(byte[] seed) {
        this.seed = seed.clone();
        this.point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        this.publicKey = VerifyingKey.of(point);
    }

    /** A new key from the system's strong random source. */
    public static KeyPair generate() {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        Ed25519.generatePrivateKey(new SecureRandom(), seed);
        return new KeyPair(seed);
    }

    /** The half that everyone may know. */
    public VerifyingKey publicKey() {
        return publicKey;
    }

    byte[] seed() {
        return seed.clone();
    }

    byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, point, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    public String toString() {
        return "KeyPair[" + publicKey + "]";
    }
}
