package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.KeyFile;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.portal.KeyFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The members' key files; each opens with the password of the person whose key it is, and with nothing else. */
@Component
public class MemberKeys {

    private final KeyFolder folder;

    MemberKeys(@Value("${smartblocks.data}") Path data) {
        this.folder = new KeyFolder(data);
    }

    /** Writes a member's key into its file, locked with the password of the person who signs with it. */
    public void keep(MemberId member, KeyPair key, String password) {
        folder.file(member).write(key, password.toCharArray());
    }

    /** Who signs as the member, opened with the password; empty where this machine has no key of the member. */
    public Optional<Signer> open(MemberId member, String password) {
        KeyFile file = folder.file(member);
        return Files.exists(file.path())
                ? Optional.of(Signer.of(member, file.read(password.toCharArray())))
                : Optional.empty();
    }
}
