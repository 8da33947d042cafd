package io.smartblocks.ledger.identity;

/** Someone who signs as a member; the key may stand in a file, in a browser or in hardware. */
public interface Signer {

    /** The member it signs as. */
    MemberId member();

    /** The key that its signatures are checked with. */
    VerifyingKey publicKey();

    /** The 64 bytes of an Ed25519 signature over the message. */
    byte[] sign(byte[] message);

    /** A signer that holds its key in memory. */
    static Signer of(MemberId member, KeyPair key) {
        return new KeySigner(member, key);
    }
}
