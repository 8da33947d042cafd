package io.smartblocks.ledger.identity;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.interfaces.EdECPrivateKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.jspecify.annotations.Nullable;

/** Reads a key store of PKCS#12, whoever wrote it, and says in words what is wrong with it. */
final class KeyStoreReading {

    private final Path path;
    private final byte[] content;

    KeyStoreReading(Path path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    /** The keys, once the seal was found to be made with the password. */
    StoredKeys open(KeyPassword password) {
        KeyStore store = sealed(password);
        List<StoredKey> keys = new ArrayList<>();
        certificates(store)
                .forEach((alias, certificate) ->
                        keys.add(new StoredKey(key(store, alias, certificate, password), certificate)));
        keys.sort(Comparator.comparing(key -> key.certificate().since()));
        return new StoredKeys(path, keys);
    }

    /** The certificates, oldest first; for which no password is needed. */
    List<KeyCertificate> certificates() {
        return certificates(unsealed()).values().stream()
                .sorted(Comparator.comparing(KeyCertificate::since))
                .toList();
    }

    /** Refuses a store with more in it than the keys of the member, which would be lost when it is written again. */
    void requireNothingElse() {
        KeyStore store = unsealed();
        List<String> others = aliases(store);
        others.removeAll(certificates(store).keySet());
        if (!others.isEmpty()) {
            throw problem("holds more than the keys of a member: " + String.join(", ", others)
                    + "; it is not changed, make a key store without them");
        }
    }

    private KeyStore sealed(KeyPassword password) {
        KeyStore unsealed = unsealed();
        requireSeal();
        try {
            return load(password.letters());
        } catch (IOException broken) {
            throw broken.getCause() instanceof UnrecoverableKeyException
                    ? new KeyFileProblem("key store '" + path + "' " + brokenSeal(unsealed, password), broken)
                    : damaged(broken);
        }
    }

    private void requireSeal() {
        boolean sealed;
        try {
            sealed = new PKCS12PfxPdu(content).hasMac();
        } catch (IOException | RuntimeException broken) {
            throw damaged(broken);
        }
        if (!sealed) {
            throw problem("is not sealed, so that anyone could have changed it; export it again with a MAC");
        }
    }

    /** A wrong password and damage both break the seal; the password that still opens the key was right. */
    private String brokenSeal(KeyStore store, KeyPassword password) {
        try {
            for (String alias : certificates(store).keySet()) {
                store.getKey(alias, password.letters());
            }
            return "is damaged: its password is right, but its content is not what was sealed; restore a copy";
        } catch (GeneralSecurityException wrong) {
            return "does not open: wrong password";
        }
    }

    private KeyStore unsealed() {
        if (content.length == 0) {
            throw problem("is empty; restore a copy");
        }
        try {
            return load(null);
        } catch (IOException broken) {
            throw damaged(broken);
        }
    }

    private KeyStore load(char @Nullable [] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            return store;
        } catch (GeneralSecurityException | RuntimeException broken) {
            // Java's reader answers some damaged files with exceptions of its own parsing
            throw damaged(broken);
        }
    }

    /** The certificates of the member's keys by the names of their entries. */
    private Map<String, KeyCertificate> certificates(KeyStore store) {
        Map<String, KeyCertificate> found = new LinkedHashMap<>();
        for (String alias : aliases(store)) {
            try {
                Certificate certificate = store.getCertificate(alias);
                if (store.isKeyEntry(alias) && certificate != null) {
                    found.put(alias, KeyCertificate.read(certificate.getEncoded()));
                }
            } catch (GeneralSecurityException | IOException broken) {
                throw damaged(broken);
            }
        }
        found.values().removeIf(certificate -> !certificate.isOfEd25519());
        requireOneMember(found);
        return found;
    }

    private void requireOneMember(Map<String, KeyCertificate> found) {
        if (found.isEmpty()) {
            throw problem("holds no Ed25519 key with a certificate; make one with 'smartblocks key new'");
        }
        try {
            List<MemberId> members = found.values().stream()
                    .map(KeyCertificate::member)
                    .distinct()
                    .toList();
            if (members.size() > 1) {
                throw problem("holds keys of several members: "
                        + members.stream().map(MemberId::value).collect(joining(", "))
                        + "; give each a key store of its own");
            }
        } catch (IllegalArgumentException nobody) {
            throw problem("names no member: " + nobody.getMessage());
        }
    }

    private KeyPair key(KeyStore store, String alias, KeyCertificate certificate, KeyPassword password) {
        try {
            Key key = store.getKey(alias, password.letters());
            if (!(key instanceof EdECPrivateKey privateKey)) {
                throw problem("holds under '" + alias + "' a private key that is none of Ed25519");
            }
            KeyPair pair = new KeyPair(privateKey.getBytes().orElseThrow());
            if (!pair.publicKey().equals(certificate.publicKey())) {
                throw problem("holds under '" + alias + "' the certificate of another private key");
            }
            return pair;
        } catch (UnrecoverableKeyException other) {
            throw new KeyFileProblem(
                    "key store '" + path + "' opens, but not its key '" + alias
                            + "', which has another password; give both the same",
                    other);
        } catch (GeneralSecurityException broken) {
            throw damaged(broken);
        }
    }

    private List<String> aliases(KeyStore store) {
        try {
            return new ArrayList<>(Collections.list(store.aliases()));
        } catch (GeneralSecurityException broken) {
            throw damaged(broken);
        }
    }

    private KeyFileProblem problem(String what) {
        return new KeyFileProblem("key store '" + path + "' " + what);
    }

    private KeyFileProblem damaged(Exception broken) {
        return broken instanceof KeyFileProblem known
                ? known
                : new KeyFileProblem(
                        "key store '" + path + "' is damaged, or no PKCS#12 at all; restore a copy", broken);
    }
}
