package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.StoredKeys;
import io.smartblocks.ledger.identity.VerifyingKey;
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

    /**
     * The public half of the key that is to take the place of the one on the ledger. It is made beside the old one; where one
     * was made before and not stated, it is that.
     */
    public VerifyingKey successor(MemberId member, String password) {
        KeyStoreFile file = folder.file(member);
        VerifyingKey newest = file.open(KeyPassword.typed(password)).signer().publicKey();
        boolean stated = ledger.state(StateKey.member(member), MemberState.class)
                .filter(state -> state.member().publicKey().equals(newest))
                .isPresent();
        if (!stated) {
            return newest;
        }
        KeyPair successor = KeyPair.generate();
        file.add(successor, KeyPassword.typed(password), clock.instant());
        return successor.publicKey();
    }

    /** Locks a member's keys with another password; fails with {@link KeyFileProblem} where the old one does not open them. */
    public void relock(MemberId member, String old, String fresh) {
        folder.file(member).changePassword(KeyPassword.typed(old), KeyPassword.typed(fresh));
    }

    /** Whether a key store of the member lies on this machine. */
    public boolean has(MemberId member) {
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
