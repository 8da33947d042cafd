package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.nio.charset.StandardCharsets;

/** What stands at a peer as text. */
final class Texts {

    private Texts() {}

    static String of(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(State state) {
        return CanonicalJson.bytes((Record) state);
    }

    static State state(byte[] utf8) {
        return CanonicalJson.read(of(utf8), State.class);
    }

    static StateEntry entry(Peer.Held held) {
        return new StateEntry(new StateKey(held.key()), state(held.value()));
    }
}
