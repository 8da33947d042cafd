package io.smartblocks.ledger.fabric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hyperledger.fabric.client.identity.Identities;

/**
 * As whom batches are carried: the certificate of an organisation's client.
 *
 * @param msp the organisation's membership provider
 */
public record ClientIdentity(String msp, X509Certificate certificate, PrivateKey key) {

    private static final byte[] PROBE = {1};

    /** From a wallet's folder: certificate and key as PEM. */
    static ClientIdentity ofFiles(String msp, Path certificate, Path key) {
        try {
            return new ClientIdentity(
                            msp,
                            Identities.readX509Certificate(Files.readString(certificate)),
                            Identities.readPrivateKey(Files.readString(key)))
                    .matching(key);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            if (unreadable instanceof ProfileProblem problem) {
                throw problem;
            }
            throw new ProfileProblem(
                    "certificate '" + certificate + "' or key '" + key
                            + "' cannot be read; expected PEM files of a certificate and of its key (PKCS#8): "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }

    /** From a key store of PKCS#12 that holds one key, and the file with its password. */
    static ClientIdentity ofKeyStore(String msp, Path file, Path passwordFile) {
        try (InputStream content = Files.newInputStream(file)) {
            char[] password = Files.readString(passwordFile, StandardCharsets.UTF_8)
                    .strip()
                    .toCharArray();
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(content, password);
                return only(msp, store, password, file).matching(file);
            } finally {
                Arrays.fill(password, ' ');
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new ProfileProblem(
                    "key store '" + file + "' cannot be opened with the password in '" + passwordFile
                            + "'; expected PKCS#12: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static ClientIdentity only(String msp, KeyStore store, char[] password, Path file)
            throws GeneralSecurityException {
        List<String> keys = Collections.list(store.aliases()).stream()
                .filter(alias -> isKey(store, alias))
                .toList();
        if (keys.size() != 1) {
            throw new ProfileProblem("key store '" + file + "' holds " + keys.size() + " keys; expected one");
        }
        return new ClientIdentity(msp, (X509Certificate) store.getCertificate(keys.get(0)), (PrivateKey)
                store.getKey(keys.get(0), password));
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException impossible) {
            return false;
        }
    }

    private ClientIdentity matching(Path file) {
        try {
            java.security.Signature signature = java.security.Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate);
            signature.update(PROBE);
            if (signature.verify(signed)) {
                return this;
            }
        } catch (GeneralSecurityException notElliptic) {
            throw new ProfileProblem(
                    "the key in '" + file + "' is not one of Fabric's; expected ECDSA: " + notElliptic.getMessage(),
                    notElliptic);
        }
        throw new ProfileProblem("the key in '" + file + "' is not that of the certificate of "
                + certificate.getSubjectX500Principal().getName());
    }
}
