package io.smartblocks.ledger.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public half of an Ed25519 key: Base64 of its X.509 form, 60 characters. */
public record VerifyingKey(String value) {

    private static final String PREFIX = "MCowBQYDK2VwAyEA";

    public VerifyingKey {
        if (value.length() != 60 || !value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("'" + value + "' is not an Ed25519 public key: expected 60 characters"
                    + " of Base64 beginning with " + PREFIX);
        }
    }

    static VerifyingKey of(PublicKey key) {
        return new VerifyingKey(Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    PublicKey toJava() {
        try {
            byte[] encoded = Base64.getDecoder().decode(value);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException("'" + value + "' is not an Ed25519 public key", broken);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
