package io.smartblocks.ledger.peer;

import io.smartblocks.ledger.identity.Signer;
import java.util.Base64;

/** A binding with the Base64 of its signer's Ed25519 signature over the bytes of its hash. */
public record SignedBinding(Binding binding, String signature) {

    /** Signs a binding that names the signer. */
    public static SignedBinding sign(Binding binding, Signer signer) {
        if (!binding.signer().equals(signer.member())) {
            throw new IllegalArgumentException(
                    "'" + signer.member() + "' cannot sign a binding that names '" + binding.signer() + "'");
        }
        byte[] signature = signer.sign(binding.hash().bytes());
        return new SignedBinding(binding, Base64.getEncoder().encodeToString(signature));
    }
}
