package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.proof.Hash;
import java.time.Instant;

/** How far the read model has come: so many blocks, the hash of the last of them and its time. */
public record Checkpoint(long height, Hash lastHash, Instant lastTime) {

    /** Before the first block. */
    public static final Checkpoint NONE = new Checkpoint(0, Hash.NONE, Instant.EPOCH);
}
