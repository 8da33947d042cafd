package io.smartblocks.portal;

import io.smartblocks.ledger.identity.KeyFile;
import io.smartblocks.ledger.identity.MemberId;
import java.nio.file.Path;

/** Where a data directory keeps the keys of its members. */
public record KeyFolder(Path data) {

    /** The file of a member's key, whether it is there or not. */
    public KeyFile file(MemberId member) {
        return new KeyFile(path().resolve(member + ".pem"));
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
