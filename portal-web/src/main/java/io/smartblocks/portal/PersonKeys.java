package io.smartblocks.portal;

import io.smartblocks.ledger.identity.KeyCertificate;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The keys of people admitted from the command line: each opens with a first password that is handed over in a file which
 * only the owner of the data directory can read.
 */
public final class PersonKeys {

    private final Path data;
    private final Clock clock;

    /** The people's keys in a data directory. */
    public PersonKeys(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** The public half of the member's key, which is made if there is none yet. */
    public VerifyingKey findOrMake(MemberId member) {
        KeyStoreFile file = new KeyFolder(data).file(member);
        if (file.exists() && Files.exists(passwordFile(member))) {
            List<KeyCertificate> certificates = file.certificates();
            return certificates.get(certificates.size() - 1).publicKey();
        }
        try {
            String password = Secrets.password();
            Secrets.write(passwordFile(member), password);
            KeyPair key = KeyPair.generate();
            file.create(member, key, KeyPassword.typed(password), clock.instant());
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
