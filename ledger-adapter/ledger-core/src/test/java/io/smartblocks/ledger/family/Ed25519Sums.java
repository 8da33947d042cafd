package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.VerifyingKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The sums behind a signature of Ed25519, with which signatures can be made that no honest signer makes. */
final class Ed25519Sums {

    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final byte[] point = new byte[32];
    private final BigInteger secret;

    Ed25519Sums(byte[] seed) {
        Ed25519.generatePublicKey(seed, 0, point, 0);
        byte[] half = Arrays.copyOf(sha512(seed), 32);
        half[0] &= (byte) 0xf8;
        half[31] &= 0x7f;
        half[31] |= 0x40;
        this.secret = number(half, 0);
    }

    VerifyingKey publicKey() {
        return new VerifyingKey(
                Base64.getEncoder().encodeToString(joined(HexFormat.of().parseHex("302a300506032b6570032100"), point)));
    }

    /** R is the neutral point as it is written here, and S = k · a, so that S · B = R + k · A. */
    byte[] withNeutral(byte[] written, byte[] message) {
        BigInteger k = number(sha512(written, point, message), 0).mod(ORDER);
        return joined(written, k.multiply(secret).mod(ORDER));
    }

    /** Whether the sums are right: with R in its one writing they make a signature that holds for Java. */
    boolean equationHolds(byte[] neutral, byte[] message) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(
                            Base64.getDecoder().decode(publicKey().value()))));
            check.update(message);
            return check.verify(withNeutral(neutral, message));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** R = [s]B and S = s: right for every message where the key is the neutral point. */
    byte[] forNeutralKey() {
        return joined(point, secret.mod(ORDER));
    }

    /** The number that the bytes from a place on stand for, the smallest first. */
    static BigInteger number(byte[] bytes, int from) {
        byte[] turned = new byte[bytes.length - from];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, turned);
    }

    /** The first half of a signature with another second half. */
    static byte[] joined(byte[] signature, BigInteger half) {
        byte[] joined = Arrays.copyOf(signature, 64);
        byte[] turned = half.toByteArray();
        for (int i = 0; i < 32; i++) {
            joined[32 + i] = i < turned.length ? turned[turned.length - 1 - i] : 0;
        }
        return joined;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] sha512(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
