package io.smartblocks.portal;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.StoredKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * The keys of machines: nobody types the password of such a key, so that it lies beside the key, for the owner of both
 * only.
 */
public final class MachineKeys {

    private final KeyFolder folder;
    private final Clock clock;

    /** The machines' keys in a data directory. */
    public MachineKeys(Path data, Clock clock) {
        this.folder = new KeyFolder(data);
        this.clock = clock;
    }

    /** The member's keys; empty where this machine has none of its own for it. */
    public Optional<StoredKeys> find(MemberId member) {
        return password(member).map(known -> open(member, known));
    }

    /** What opens the member's keys; empty where this machine has none of its own for it. */
    public Optional<KeyPassword> password(MemberId member) {
        if (!Files.exists(folder.password(member)) || !folder.file(member).exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    KeyPassword.random(Files.readString(folder.password(member)).stripTrailing()));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of '" + member + "' in '" + folder + "' cannot be opened", e);
        }
    }

    /** Signs as the member with its newest key, which is made if there is none yet. */
    public Signer findOrMake(MemberId member) {
        return find(member).map(StoredKeys::signer).orElseGet(() -> make(member));
    }

    private Signer make(MemberId member) {
        try {
            String password = Secrets.password();
            Secrets.write(folder.password(member), password);
            KeyPair key = KeyPair.generate();
            folder.file(member).create(member, key, KeyPassword.random(password), clock.instant());
            return Signer.of(member, key);
        } catch (IOException e) {
            throw new UncheckedIOException("The key of '" + member + "' cannot be written in '" + folder + "'", e);
        }
    }

    private StoredKeys open(MemberId member, KeyPassword password) {
        StoredKeys keys = folder.file(member).open(password);
        keys.requireOf(member);
        return keys;
    }
}
