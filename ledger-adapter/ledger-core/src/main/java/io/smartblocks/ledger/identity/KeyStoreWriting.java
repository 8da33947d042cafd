package io.smartblocks.ledger.identity;

import io.smartblocks.ledger.proof.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;

/**
 * Writes a key store as PKCS#12: private keys encrypted, certificates in the clear so that anyone may know who signs, and all
 * of it sealed with HMAC-SHA-256.
 */
final class KeyStoreWriting {

    // what PKCS#8 writes before the 32 bytes of an Ed25519 key
    private static final byte[] PKCS8 = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
    };
    // PBKDF2 hashes twice a round, the key of the seal once: neither is the cheaper way to guess
    private static final int SEAL_ROUNDS = 2;
    private static final int ID_BYTES = 20;

    private KeyStoreWriting() {}

    static byte[] write(List<StoredKey> keys, KeyPassword password) {
        try {
            PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
            for (StoredKey key : keys) {
                file.addData(bag(key, new PKCS12SafeBagBuilder(privateKey(key.key()), new KeyEncryption(password))));
                file.addData(bag(key, new PKCS12SafeBagBuilder(key.certificate().holder())));
            }
            AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
            return file.build(
                            new BcPKCS12MacCalculatorBuilder(new SHA256Digest(), sha256)
                                    .setIterationCount(SEAL_ROUNDS * password.rounds()),
                            password.letters())
                    .getEncoded();
        } catch (IOException broken) {
            throw new UncheckedIOException("a key store cannot be encoded", broken);
        } catch (PKCSException broken) {
            throw new IllegalStateException("a key store cannot be sealed", broken);
        }
    }

    private static PKCS12SafeBag bag(StoredKey key, PKCS12SafeBagBuilder bag) {
        byte[] id = Arrays.copyOf(Hash.of(key.key().publicKey().encoded()).bytes(), ID_BYTES);
        return bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(key.alias()))
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id))
                .build();
    }

    private static PrivateKeyInfo privateKey(KeyPair key) {
        byte[] seed = key.seed();
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        return PrivateKeyInfo.getInstance(encoded);
    }
}
