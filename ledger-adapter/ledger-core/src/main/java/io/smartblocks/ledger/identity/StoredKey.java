package io.smartblocks.ledger.identity;

/** A private key of a key store with the certificate beside it. */
record StoredKey(KeyPair key, KeyCertificate certificate) {

    /** The name of its entry: the first eight digits of the public key's fingerprint. */
    String alias() {
        return key.publicKey().shortFingerprint();
    }
}
