package io.smartblocks.ledger.identity;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Checks Ed25519 signatures. */
public final class SignatureCheck {

    private static final KnownPoints POINTS = new KnownPoints();

    private SignatureCheck() {}

    /** Whether the signature over the message was made with the private half of the key. */
    public static boolean holds(VerifyingKey key, byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && POINTS.of(key)
                        .filter(point -> Ed25519.verify(signature, 0, point, message, 0, message.length))
                        .isPresent();
    }
}
