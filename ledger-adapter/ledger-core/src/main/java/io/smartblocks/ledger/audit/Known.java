package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import java.util.Optional;

/**
 * What the one who checks a proof knows of the chain from elsewhere.
 *
 * @param headers headers that follow one another
 * @param head the hash of the chain's newest header
 * @param nodeKey the key that blocks are signed with
 */
public record Known(Optional<HeaderRun> headers, Optional<Hash> head, Optional<VerifyingKey> nodeKey) {

    /** Knowing nothing beforehand. */
    public static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty());
}
