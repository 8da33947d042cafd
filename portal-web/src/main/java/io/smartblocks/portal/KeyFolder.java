package io.smartblocks.portal;

import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.MemberId;
import java.nio.file.Path;

/** Where a data directory keeps the keys of its members. */
public record KeyFolder(Path data) {

    /** The key store of a member, whether it is there or not. */
    public KeyStoreFile file(MemberId member) {
        return new KeyStoreFile(path().resolve(member + ".p12"));
    }

    /** Where the password of a machine's key lies. */
    Path password(MemberId member) {
        return path().resolve(member + ".password");
    }

    private Path path() {
        return data.resolve("keys");
    }

    @Override
    public String toString() {
        return path().toString();
    }
}
