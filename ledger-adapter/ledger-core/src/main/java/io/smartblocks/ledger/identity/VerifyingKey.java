package io.smartblocks.ledger.identity;

import io.smartblocks.ledger.proof.Hash;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The public half of an Ed25519 key: Base64 of its X.509 form, 60 characters. */
public record VerifyingKey(String value) {

    // what X.509 writes before the 32 bytes of an Ed25519 key
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String PREFIX = Base64.getEncoder().encodeToString(X509);

    public VerifyingKey {
        if (!value.startsWith(PREFIX) || !isEncodedKey(value)) {
            throw new IllegalArgumentException("'" + value
                    + "' is not an Ed25519 public key: expected 60 characters of Base64 beginning with " + PREFIX);
        }
    }

    static VerifyingKey of(byte[] point) {
        return new VerifyingKey(PREFIX + Base64.getEncoder().encodeToString(point));
    }

    /** Whether it is a point that a private key can belong to; others would let anyone's signature pass as theirs. */
    public boolean hasPrivateHalf() {
        return Ed25519.validatePublicKeyFull(point(), 0);
    }

    /** The SHA-256 of the key's X.509 form, by which people compare keys. */
    public Hash fingerprint() {
        return Hash.of(encoded());
    }

    /** The first eight digits of the fingerprint, which tell the few keys of one member apart. */
    public String shortFingerprint() {
        return fingerprint().value().substring(0, 8);
    }

    /** The key in its X.509 form. */
    byte[] encoded() {
        return Base64.getDecoder().decode(value);
    }

    /** The 32 bytes of the key itself. */
    byte[] point() {
        return Arrays.copyOfRange(encoded(), X509.length, X509.length + Ed25519.PUBLIC_KEY_SIZE);
    }

    private static boolean isEncodedKey(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text);
            // the last letter has bits that stand for nothing: one key, one text
            return encoded.length == X509.length + Ed25519.PUBLIC_KEY_SIZE
                    && Base64.getEncoder().encodeToString(encoded).equals(text);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
