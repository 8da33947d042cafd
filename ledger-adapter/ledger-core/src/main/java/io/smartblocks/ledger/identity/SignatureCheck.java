package io.smartblocks.ledger.identity;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;

/** Checks Ed25519 signatures. */
public final class SignatureCheck {

    private SignatureCheck() {}

    /** Whether the signature over the message was made with the private half of the key. */
    public static boolean holds(VerifyingKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key.toJava());
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java cannot check Ed25519 signatures", missing);
        }
    }
}
