package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.StoredKeys;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import java.time.Instant;

/**
 * The key store of a signer after its password opened it.
 *
 * @param file where it lies
 * @param password what opens it
 * @param keys what was in it then
 */
record OpenedKeys(KeyStoreFile file, KeyPassword password, StoredKeys keys) {

    static OpenedKeys of(KeyStoreFile file, KeyPassword password) {
        return KeyStores.using(() -> new OpenedKeys(file, password, file.open(password)));
    }

    MemberId member() {
        return keys.member();
    }

    /** Signs with the key that the ledger names for the member; with the newest one for someone it does not know. */
    Signer signer(StateView ledger) {
        return KeyStores.using(() -> ledger.state(StateKey.member(member()), MemberState.class)
                .map(state -> keys.signer(member(), state.member().publicKey()))
                .orElseGet(keys::signer));
    }

    /** The public half of the newest key; that one is made now where the ledger names the newest already. */
    VerifyingKey successorOf(VerifyingKey onLedger, Instant now) {
        VerifyingKey newest = keys.signer().publicKey();
        if (!newest.equals(onLedger)) {
            return newest;
        }
        KeyPair successor = KeyPair.generate();
        return KeyStores.using(() -> {
            file.add(successor, password, now);
            return successor.publicKey();
        });
    }
}
