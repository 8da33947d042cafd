package io.smartblocks.ledger.identity;

/** A signer that holds its key in memory. */
record KeySigner(MemberId member, KeyPair key) implements Signer {

    @Override
    public VerifyingKey publicKey() {
        return key.publicKey();
    }

    @Override
    public byte[] sign(byte[] message) {
        return key.sign(message);
    }
}
