package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.FabricTransaction;
import io.smartblocks.ledger.proof.Hash;

/**
 * The channel's own transaction that carried a batch.
 *
 * @param block the channel's number of the block that it stands in
 * @param hash the hash of that block's header
 */
public record Carrier(long block, Hash hash, FabricTransaction transaction) {}
