package io.smartblocks.ledger.identity;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that keeps the keys of one member as PKCS#12, for its owner only: normally one, during a change of keys the new one
 * beside the old, so that whichever the ledger names can sign.
 */
public record KeyStoreFile(Path path) {

    // no key store of a few keys comes near it
    private static final long LARGEST = 1 << 20;

    /** Whether there is such a file. */
    public boolean exists() {
        return Files.exists(path);
    }

    /** Writes a member's key into a new file. */
    public void create(MemberId member, KeyPair key, KeyPassword password, Instant now) {
        StoredKey stored = new StoredKey(key, KeyCertificate.selfSigned(member, key, now));
        write(List.of(stored), password, PrivateFile::create);
    }

    /** Adds a key beside those that are there; it is then the newest. */
    public void add(KeyPair successor, KeyPassword password, Instant now) {
        StoredKeys before = openToChange(password);
        Instant last = before.newest().certificate().since();
        // a clock that was put back must not make the new key look older
        Instant since = now.isAfter(last.plusSeconds(1)) ? now : last.plusSeconds(1);
        List<StoredKey> keys = new ArrayList<>(before.all());
        keys.add(new StoredKey(successor, KeyCertificate.selfSigned(before.member(), successor, since)));
        write(keys, password, PrivateFile::replace);
    }

    /** Locks the same keys with another password. */
    public void changePassword(KeyPassword old, KeyPassword fresh) {
        write(openToChange(old).all(), fresh, PrivateFile::replace);
    }

    /** The keys themselves. */
    public StoredKeys open(KeyPassword password) {
        return reading().open(password);
    }

    /** Signs as the member with that of the keys whose public half the ledger names. */
    public Signer signer(MemberId member, VerifyingKey onLedger, KeyPassword password) {
        return open(password).signer(member, onLedger);
    }

    /** The certificates, oldest first. No password is needed, and without one nothing shows that they were not exchanged. */
    public List<KeyCertificate> certificates() {
        return reading().certificates();
    }

    /** What its owner should know although the file can be used. */
    public Optional<String> warning() {
        try {
            return new PrivateFile(path)
                    .openTo()
                    .map(permissions -> "key store '%s' is open to others (%s); close it with chmod 600"
                            .formatted(path, permissions));
        } catch (IOException gone) {
            throw unreadable(gone);
        }
    }

    private StoredKeys openToChange(KeyPassword password) {
        KeyStoreReading reading = reading();
        StoredKeys keys = reading.open(password);
        reading.requireNothingElse();
        return keys;
    }

    private void write(List<StoredKey> keys, KeyPassword password, Writing writing) {
        try {
            writing.write(new PrivateFile(path), KeyStoreWriting.write(keys, password));
        } catch (FileAlreadyExistsException there) {
            throw new KeyFileProblem(
                    "key store '" + path + "' exists already; it is not overwritten, choose another name", there);
        } catch (IOException broken) {
            throw new KeyFileProblem("key store '" + path + "' cannot be written: " + broken, broken);
        }
    }

    private KeyStoreReading reading() {
        try {
            if (Files.isDirectory(path)) {
                throw new KeyFileProblem("'" + path + "' is a directory; expected a key store");
            }
            if (Files.size(path) > LARGEST) {
                throw new KeyFileProblem("'" + path + "' is too large for a key store");
            }
            return new KeyStoreReading(path, Files.readAllBytes(path));
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private KeyFileProblem unreadable(IOException broken) {
        if (broken instanceof NoSuchFileException) {
            return new KeyFileProblem("key store '" + path + "' does not exist", broken);
        }
        return broken instanceof AccessDeniedException
                ? new KeyFileProblem("key store '" + path + "' may not be read by this user", broken)
                : new KeyFileProblem("key store '" + path + "' cannot be read: " + broken, broken);
    }

    private interface Writing {
        void write(PrivateFile file, byte[] content) throws IOException;
    }
}
