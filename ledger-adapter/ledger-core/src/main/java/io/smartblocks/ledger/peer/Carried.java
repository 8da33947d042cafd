package io.smartblocks.ledger.peer;

import io.smartblocks.ledger.proof.Hash;
import java.util.Optional;

/** Where a transaction of ours stands, if it does. */
public record Carried(Optional<By> by) {

    /**
     * The Fabric transaction that carried it; this also is what stands under {@link PeerKeys#transaction}.
     *
     * @param carrier the id of the Fabric transaction
     * @param place its place in the batch, counted from 0
     * @param request the hash of its request, whatever the time
     * @param whole the hash of the transaction with its signature
     */
    public record By(String carrier, int place, Hash request, Hash whole) {}
}
