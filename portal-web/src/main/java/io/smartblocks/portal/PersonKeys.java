package io.smartblocks.portal;

import io.smartblocks.ledger.identity.KeyFile;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The keys of people admitted from the command line: each opens with a first password that is handed over in a file which
 * only the owner of the data directory can read.
 */
public final class PersonKeys {

    private final Path data;

    /** The people's keys in a data directory. */
    public PersonKeys(Path data) {
        this.data = data;
    }

    /** The public half of the member's key, which is made if there is none yet. */
    public VerifyingKey findOrMake(MemberId member) {
        KeyFile file = new KeyFolder(data).file(member);
        if (Files.exists(file.path()) && Files.exists(passwordFile(member))) {
            return file.readPublicKey();
        }
        try {
            String password = Secrets.password();
            Secrets.write(passwordFile(member), password);
            KeyPair key = KeyPair.generate();
            file.write(key, password.toCharArray());
            return key.publicKey();
        } catch (IOException e) {
            throw new UncheckedIOException("The key of '" + member + "' cannot be written in '" + data + "'", e);
        }
    }

    /** Where the first password is handed over. */
    public Path passwordFile(MemberId member) {
        return data.resolve(member + "-password");
    }

    /** The first password. */
    public String password(MemberId member) {
        try {
            return Files.readString(passwordFile(member));
        } catch (IOException e) {
            throw new UncheckedIOException("'" + passwordFile(member) + "' cannot be read", e);
        }
    }
}
