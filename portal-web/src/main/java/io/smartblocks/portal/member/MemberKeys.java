package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.StoredKeys;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.KeyFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The members' key stores; each opens with the password of the person whose key it is, and with nothing else. */
@Component
public class MemberKeys {

    private static final Logger LOG = LoggerFactory.getLogger(MemberKeys.class);

    private final KeyFolder folder;
    private final Ledger ledger;
    private final Clock clock;

    MemberKeys(@Value("${smartblocks.data}") Path data, Ledger ledger, Clock clock) {
        this.folder = new KeyFolder(data);
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes a member's key into its store, locked with the password of the person who signs with it. */
    public void keep(MemberId member, KeyPair key, String password) {
        folder.file(member).create(member, key, KeyPassword.typed(password), clock.instant());
    }

    /** Whether this machine has a key of the member. */
    boolean has(MemberId member) {
        return folder.file(member).exists();
    }

    /** Who signs as the member, opened with the password; empty where this machine has no key of the member. */
    public Optional<Signer> open(MemberId member, String password) {
        KeyStoreFile file = folder.file(member);
        if (!file.exists()) {
            return Optional.empty();
        }
        file.warning().ifPresent(LOG::warn);
        StoredKeys keys = file.open(KeyPassword.typed(password));
        return Optional.of(ledger.state(StateKey.member(member), MemberState.class)
                .map(state -> keys.signer(member, state.member().publicKey()))
                .orElseGet(keys::signer));
    }
}
