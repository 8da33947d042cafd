package io.smartblocks.portal;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys of machines: nobody types the password of such a key, so that it lies beside the key, for the owner of both
 * only.
 */
public final class MachineKeys {

    private final KeyFolder folder;

    /** The machines' keys in a data directory. */
    public MachineKeys(Path data) {
        this.folder = new KeyFolder(data);
    }

    /** Who signs as the member; empty where this machine has no key of its own for it. */
    public Optional<Signer> find(MemberId member) {
        return Files.exists(folder.password(member))
                        && Files.exists(folder.file(member).path())
                ? Optional.of(open(member))
                : Optional.empty();
    }

    /** Who signs as the member, with a key that is made if there is none yet. */
    public Signer findOrMake(MemberId member) {
        return find(member).orElseGet(() -> make(member));
    }

    private Signer make(MemberId member) {
        try {
            String password = Secrets.password();
            Secrets.write(folder.password(member), password);
            folder.file(member).write(KeyPair.generate(), password.toCharArray());
            return open(member);
        } catch (IOException e) {
            throw new UncheckedIOException("The key of '" + member + "' cannot be written in '" + folder + "'", e);
        }
    }

    private Signer open(MemberId member) {
        try {
            return Signer.of(
                    member,
                    folder.file(member)
                            .read(Files.readString(folder.password(member)).toCharArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of '" + member + "' in '" + folder + "' cannot be opened", e);
        }
    }
}
