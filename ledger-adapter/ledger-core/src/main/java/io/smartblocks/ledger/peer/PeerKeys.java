package io.smartblocks.ledger.peer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.Optional;

/**
 * Where things stand in Fabric: states under their own keys, as plain keys of Fabric; what only the chaincode needs under keys
 * that begin with {@code ~}, as no state's key does.
 */
public final class PeerKeys {

    /** Where the {@link Adoption} stands, if the channel takes over a ledger of one machine or has done so. */
    public static final String ADOPTION = "~adoption";

    private static final char OWN = '~';

    private PeerKeys() {}

    /** Where a state stands. */
    public static String of(StateKey key) {
        return key.value();
    }

    /** The state key that stands under a key of Fabric; empty for what only the chaincode needs. */
    public static Optional<StateKey> stateKey(String key) {
        return key.isEmpty() || key.charAt(0) == OWN ? Optional.empty() : Optional.of(new StateKey(key));
    }

    /** Where the id of the transaction stands that a request became. */
    public static String request(MemberId signer, RequestKey key) {
        return "~request/" + signer + "/" + key;
    }

    /** Where a {@link Carried.By} stands. */
    public static String transaction(TransactionId id) {
        return "~transaction/" + id;
    }

    /** Where the {@link Binding} of an organisation stands. */
    public static String binding(MemberId organisation) {
        return "~binding/" + organisation;
    }

    /** The key that the range of all keys with a prefix ends before. */
    public static String behind(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }
}
